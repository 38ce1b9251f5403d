import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, isAllCaps, isCapitalized, pieces, plain, searchName, slug } from '../../src/base/fold-name.ts';

describe('the key by which names are compared', () => {
  it.each([
    ['U.S.', 'us'],
    ['U.S. Navy', 'us navy'],
    ['Bogotá', 'bogota'],
    ['Al-Quds', 'al quds'],
    ['Côte d’Ivoire', 'cote d ivoire'],
    ['Reşat Ağaoğlu', 'resat agaoglu'],
    ['Łódź', 'lodz'],
    ['ŒUVRE', 'oeuvre'],
    ['İstanbul', 'istanbul'],
    ['Iran (newspaper)', 'iran newspaper'],
    ['OPEC+', 'opec+'],
    ['', ''],
  ])('of %s', (name, key) => {
    expect(foldName(name)).toBe(key);
  });

  it('is the same when it is folded again, and for other marks of the same letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const key = foldName(name);
        expect(foldName(key)).toBe(key);
        expect(foldName(name.normalize('NFD'))).toBe(key);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the form in which a name is searched', () => {
  it.each([
    ['Łódź', 'lodz'],
    ["Côte d'Ivoire", 'cote divoire'],
    ['U.S.A.', 'usa'],
    ['São  Tomé—Príncipe', 'sao tome principe'],
    ['İstanbul', 'istanbul'],
    ['OPEC+', 'opec'],
  ])('of %s', (name, form) => {
    expect(searchName(name)).toBe(form);
  });
});

describe('the part of an id', () => {
  it.each([
    ['Andreas Kravik', 'andreas-kravik'],
    ['Geneva peace talks, 2012', 'geneva-peace-talks-2012'],
    ['U.S. talks', 'us-talks'],
    ["Côte d'Ivoire", 'cote-d-ivoire'],
    ['P5+1', 'p5-1'],
    ['«Тегеран»', 'тегеран'],
    [' — ', ''],
  ])('of %s', (name, id) => {
    expect(slug(name)).toBe(id);
  });
});

it('cuts words into pieces and keeps their letter case', () => {
  expect(pieces('Jean-Yves')).toEqual(['Jean', 'Yves']);
  expect(pieces('U.S.')).toEqual(['US']);
  expect(plain('Ağaoğlu’s')).toBe("Agaoglu's");
});

it('tells capital letters', () => {
  expect(['Élan', 'élan', '4', ''].map(isCapitalized)).toEqual([true, false, false, false]);
  expect(['NATO', 'É.U.', 'Nato', '1999'].map(isAllCaps)).toEqual([true, true, false, false]);
});
