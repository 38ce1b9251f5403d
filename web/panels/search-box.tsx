import { Search as SearchIcon } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Glyph } from '../parts/glyph.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Search, Suggestion } from '../state/search.ts';
import { kindWord } from '../state/words.ts';

interface SearchBoxProps {
  readonly search: Search;
  readonly choose: (node: string) => void;
}

/** Combobox over names and other names. `/` brings the cursor here from anywhere. */
export function SearchBox({ search, choose }: SearchBoxProps) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const found = open ? search(query) : [];
  useSlash(input);

  const pick = (suggestion: Suggestion | undefined): void => {
    if (!suggestion) return;
    setQuery('');
    setOpen(false);
    input.current?.blur();
    choose(suggestion.node);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setActive(Math.min(found.length - 1, active + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else if (event.key === 'Enter') pick(found[active]);
    else if (event.key === 'Escape') {
      event.stopPropagation();
      if (query === '') input.current?.blur();
      setQuery('');
    } else return;
    event.preventDefault();
  };
  return (
    <div class="search">
      <Icon of={SearchIcon} />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Search people, countries, organisations"
        aria-expanded={found.length > 0}
        aria-controls="suggestions"
        aria-autocomplete="list"
        aria-activedescendant={found[active] ? `suggestion-${active}` : undefined}
        placeholder="Search names"
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <span class="key">/</span>
      {open && query.trim() !== '' && <Suggestions found={found} active={active} pick={pick} query={query} />}
    </div>
  );
}

interface SuggestionsProps {
  readonly found: readonly Suggestion[];
  readonly active: number;
  readonly query: string;
  readonly pick: (suggestion: Suggestion) => void;
}

function Suggestions({ found, active, pick, query }: SuggestionsProps) {
  if (found.length === 0) {
    return (
      <p class="suggestions nothing" role="status">
        Nobody here is called “{query.trim()}”.
      </p>
    );
  }
  return (
    <div class="suggestions" id="suggestions" role="listbox" aria-label="Suggestions">
      {found.map((suggestion, index) => (
        <div
          key={suggestion.node}
          id={`suggestion-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => {
            event.preventDefault();
            pick(suggestion);
          }}
        >
          <Glyph kind={suggestion.kind} />
          <span class="suggestion-name">
            <bdi>{suggestion.label}</bdi>
            {suggestion.alias && <small> also “{suggestion.alias}”</small>}
          </span>
          <small class="suggestion-kind">
            {[kindWord(suggestion.kind), suggestion.country].filter(Boolean).join(', ')}
          </small>
        </div>
      ))}
    </div>
  );
}

/** Where a slash is a letter like any other; a tick box or a slider takes none. */
const TYPED_INTO = 'textarea, select, input:not([type=checkbox], [type=radio], [type=range])';

function useSlash(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.closest(TYPED_INTO) !== null;
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [input]);
}
