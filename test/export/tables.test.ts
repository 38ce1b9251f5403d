import fc from 'fast-check';
import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { csvCell, writeCsv } from '../../src/export/csv.ts';
import { writeGraphml } from '../../src/export/graphml.ts';
import { eventRecords, writeJsonl } from '../../src/export/jsonl.ts';
import { XML_ILLEGAL } from '../../src/export/xml.ts';
import { testGraph } from '../support/graph.ts';
import { anyGraph, hostileText } from '../support/graph-arbitrary.ts';

/** A reader of RFC 4180 that shares nothing with the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') cell += text[++i];
    else if (c === '"') quoted = !quoted;
    else if (!quoted && c === ',') {
      row.push(cell);
      cell = '';
    } else if (!quoted && c === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      i++;
    } else cell += c;
  }
  return rows;
}

describe('CSV', () => {
  it('has a row for every node and edge', () => {
    const graph = testGraph();
    const { nodes, edges } = writeCsv(graph);
    const [head, ...rows] = readCsv(nodes);
    expect(head?.slice(0, 3)).toEqual(['Id', 'Label', 'kind']);
    expect(rows.map((r) => r[0])).toEqual(graph.nodes().sort());
    const [edgeHead, ...edgeRows] = readCsv(edges);
    expect(edgeHead?.slice(0, 6)).toEqual(['Source', 'Target', 'Type', 'Id', 'Label', 'Weight']);
    expect(edgeRows).toHaveLength(graph.size);
    const tone = edgeHead?.indexOf('tone') ?? -1;
    expect(edgeRows.some((r) => r[tone] === '-9')).toBe(true);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\ufeff=1', '\u0000=1'])(
    'never runs %j',
    (text) => {
      expect(readCsv(`${csvCell(text)}\r\n`)[0]?.[0]).toMatch(/^'/);
    },
  );

  it('gives back any text but for what it makes harmless', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const [[cell = ''] = []] = readCsv(`${csvCell(text)}\r\n`);
        expect(cell).not.toMatch(/^\s*[=+\-@]/);
        if (/^[\p{L}\p{N}][\p{L}\p{N} "',]*$/u.test(text)) expect(cell).toBe(text);
      }),
    );
  });

  it('has rows of one length for any graph', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const { nodes, edges } = writeCsv(graph);
        for (const [table, size] of [
          [nodes, graph.order],
          [edges, graph.size],
        ] as const) {
          const rows = readCsv(table);
          expect(rows).toHaveLength(size + 1);
          expect(new Set(rows.map((r) => r.length)).size).toBe(1);
        }
      }),
    );
  });
});

describe('event records', () => {
  const records = eventRecords(testGraph());

  it('are sorted by date, undated ones last, none for standing relations', () => {
    const dates = records.map((r) => r.date ?? '~');
    expect(dates).toEqual([...dates].sort());
    expect(records.map((r) => r.relation)).not.toContain('holds-office-in');
  });

  it('put the edges of one event together', () => {
    const [record, ...rest] = records.filter((r) => r.relation === 'mediates-between');
    expect(rest).toEqual([]);
    expect(record).toMatchObject({
      ...{ has_event: true, date: '2023-03-01', enddate: '2023-03-31', event: ['CONSULT'], mode: ['third-party'] },
      ...{ quad_code: 1, event_scale: 1, event_text: ['mediated'], status: 'asserted' },
    });
    expect(record?.actor.map((e) => e.code)).toEqual(['CHN']);
    expect(record?.recipient.map((e) => e.code)).toEqual(['IRN', 'SAU']);
  });

  it('have all sides of a mutual event as actors', () => {
    const record = records.find((r) => r.relation === 'signed-with');
    expect(record?.actor.map((e) => e.entity_name)).toEqual(['Egypt', 'Israel']);
    expect(record?.recipient).toEqual(record?.actor);
  });

  it('are one line each, whatever the names', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const lines = writeJsonl(graph).split('\n');
        expect(lines.pop()).toBe('');
        for (const line of lines) expect(JSON.parse(line)).toMatchObject({ has_event: true });
      }),
    );
  });
});

describe('GraphML', () => {
  it('has every node and edge', () => {
    const graph = testGraph();
    const root = new DOMParser().parseFromString(writeGraphml(graph).text, 'text/xml');
    expect(root.querySelectorAll('node')).toHaveLength(graph.order);
    expect(root.querySelectorAll('edge')).toHaveLength(graph.size);
    expect(root.querySelectorAll('node')[0]?.textContent).toContain('China');
  });

  it('holds nothing illegal for any graph', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        expect(writeGraphml(graph).text.match(XML_ILLEGAL)).toBeNull();
      }),
    );
  });
});
