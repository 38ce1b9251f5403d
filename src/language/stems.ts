const vowelGroups = (stem: string): number => stem.match(/[aeiouy]+/g)?.length ?? 0;

/** Stems that end like those below but take no e. Checked first. */
const COMPLETE =
  /(?:[aeo]at|[ao]it|visit|limit|credit|(?<!xp)edit|posit|hibit|herit|profit|benefit|merit|audit|exit|orbit|licit|vomit|ruit|pivot|pilot|debut|format|combat|focus|bias|canvas|smooth|[aeo]ad|[aeo]id|void|ood|oud|eed|[aeo]ak|[aeo]ok|[aeo]il|[aeo]im|[aeo]in|ruin|oom|[aeo]ap|[aeo]ar|[aeo]ir|ur?ur|our|[aeo]ul|ool|margin|bulletin|program|aud|marshal|peril|fulfil|pencil|stencil|(?:^|d)evil|boomerang|siphon|catalog|vacuum|caucus|chorus|circus|sync)$/;
/** Stems that end like those above and take one all the same. */
const CREATE = /(?:(?:^|re|pro)cr|perm|nucl|delin|naus|lin|id)eat$/;

/** Endings after which English spells a silent e, in the order of their last letter. */
const SILENT_E =
  /(?:[^aeiou]b[lr]|(?:scr|br|b)ib|prob|[^k]c|(?:[^aeio]|qu|su)ad|u[ae]d|(?:c|mp|rs)ed|(?:[^aeou]|gu)id|[^o]od|[^o]ud|(?:^|[^n])g|(?:ch|r)ang|[^ae]eng|l?lunge?|[pl]ung|expung|[lr]oung|spong|(?:infr|imp|cr|fr|^h|^b)ing|[^aeo]ak|[^aeo]ik|[^o]ok|(?:b|n)uk|(?:sc|[^aw]h|imp|reg)al|[bcdfgkpstz]l|[^aeo]il|[^o]ol|[^aeo]ul|[^aeo]am|[^aeo]im|(?:^|[^s])com|um|(?:onv|terv|trav|perv)en|[^aeou]in|(?:postp|^at|ph|cond|cl|thr|^st|^int)on|(?:att|^t|^pr|comm)un|blasphem|saf|disrob|scop|dynamit|(?:^h|^t|ipt|can|sh)o|[^aeo]ap|^(?:h|c|sc|sl|gr|m|el)op|^(?:w|p|sw|gr|str|sn)ip|yp|[^aeo]ar|(?:adh|interf|persev|coh|rev|[^p]inh)er|[^aeo]ir|(?:pl|st|ign|sc|sh|^ad|^b|^g|sn)or|[^o]ur|[bcdgtv]r|[^s]s|(?:br?ea|ba|clo|loa|soo|see|wrea|bequea|shea|swa|wri|ti|tee|la)th|[^aeo]at|[uie]at|(?:compl|del|depl|comp|excr|secr)et|(?:inv|un|exc|^inc|^c|ign|wr|rec|exped|extrad|^b)it|(?:v|n|qu|m)ot|(?:[^aeo]|b)ut|^(?:t|w|p|h|b)ast|u|v|[^z]z)$/;

/** One vowel and one consonant: had there been no e, the consonant would be doubled ("planned", but "planed"). */
const ONE_SYLLABLE = /^(?:[^aeiouy]|qu)*[aeiouy][bcdfgklmnprstvz]$/;

/** Verbs in -ll of more than one syllable that do not double their l: "expelled" → expel, but "installed" → install. */
const DOUBLED_L = /(?:el|trol|enrol|ful?fil|stil|nul|gnal|rival|equal|shal|dal|tal|vil|cil)l$/;

/** Compounds of verbs that end in -ell themselves. */
const WHOLE_ELL = /(?:spell|well|smell|outsell|undersell|oversell|retell|foretell)$/;

/**
 * Stem of a word whose -ed, -ing, -er or -est was cut off: "stopp" → stop, "negotiat" → negotiate, "control(l)" → control.
 */
export function restoreStem(stem: string): string {
  const hyphen = stem.lastIndexOf('-') + 1;
  if (hyphen > 0) return stem.slice(0, hyphen) + restoreStem(stem.slice(hyphen));
  if (stem.length < 2) return stem;
  if (/([bdgkmnprt])\1$/.test(stem))
    return /^(?:add|odd|ebb|err|egg|butt|putt|purr)$|boycott$/.test(stem) ? stem : stem.slice(0, -1);
  if (/ll$/.test(stem)) {
    const single = vowelGroups(stem) > 1 && DOUBLED_L.test(stem) && !/stall$/.test(stem) && !WHOLE_ELL.test(stem);
    return single ? stem.slice(0, -1) : stem;
  }
  if (/^(?:focuss|biass|gass|quizz)$|vv$/.test(stem)) return stem.slice(0, -1);
  if (ONE_SYLLABLE.test(stem)) return `${stem}e`;
  if (CREATE.test(stem)) return `${stem}e`;
  if (COMPLETE.test(stem) || !SILENT_E.test(stem)) return stem;
  return `${stem}e`;
}
