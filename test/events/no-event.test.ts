import { describe, expect, test } from 'vitest';
import { type Row, tell } from '../support/story.ts';

describe('idioms', () => {
  test.each([
    ['The minister struck a balance between Paris and Berlin.'],
    ['The budget of Peru met the deadline.'],
    ['Kenya paid attention to Somalia.'],
    ['Norway took advantage of the weather.'],
    ['The idea struck a chord in Sweden.'],
    ['The decree took effect in Chad.'],
    ['The strike of the clock was heard in Prague.'],
    ['Italy faces the Mediterranean.'],
    ['The road crosses Bolivia.'],
    ['Finland borders Russia.'],
    ['The river divides Germany and Poland.'],
    ['Brazil ranks behind Argentina.'],
  ])('%s', (text) => expect(tell(text)).toEqual([]));
});

describe('sport and culture', () => {
  test.each([
    ['Argentina beat France in the final.'],
    ['Brazil defeated Germany in the semi-final of the World Cup.'],
    ['Spain played Portugal in Lisbon.'],
    ['The film about Iran won a prize in Cannes.'],
    ['A Kenyan runner won the marathon in Boston.'],
  ])('%s', (text) => expect(tell(text)).toEqual([]));
});

describe('countries that are only mentioned', () => {
  test.each([
    ['The weather in France was mild.'],
    ['Peru is a country in South America.'],
    ['The capital of Mali is Bamako.'],
    ['Wheat from Ukraine is cheap.'],
    ['Prices rose in Turkey and Egypt.'],
    ['The population of Ethiopia grew by three million.'],
    ['Tourists like Greece.'],
    ['She was born in Norway and studied in Sweden.'],
    ['The company has offices in Kenya, Uganda and Rwanda.'],
    ['The Swiss franc fell.'],
    ['Snow fell on Canada.'],
    [''],
  ])('%s', (text) => expect(tell(text)).toEqual([]));
});

// Asserted as they are read today, with the reason; a better reading moves a row into a table above.
describe('known limits', () => {
  const rows: readonly Row[] = [
    // A coach stands for nobody, but the country before him is taken for the one who praises.
    ['The Ghana coach praised his striker.', 'SUPPORT praised: GHA -> "his striker" [asserted]'],
  ];
  test.each(rows)('%s', (text, ...lines) => expect(tell(text)).toEqual(lines));
});
