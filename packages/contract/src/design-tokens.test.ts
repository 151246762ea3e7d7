import assert from 'node:assert/strict';
import { test } from 'node:test';
import { designTokens, textOnGround } from './design-tokens.ts';

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2, definition of relative luminance). */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

test('type can be read on every ground it stands on', () => {
  assert.equal(Math.round(contrast('#000000', '#ffffff')), 21);
  for (const [text, ground] of textOnGround) {
    const ratio = contrast(designTokens.colours[text], designTokens.colours[ground]);
    assert.ok(ratio >= 4.5, `${text} on ${ground}: ${ratio.toFixed(2)}`);
  }
});

test('the edge of what one types into, the sign of focus and every mark of a chart stand out from paper', () => {
  const { colours } = designTokens;
  for (const name of [
    'control',
    'accent',
    'chart1',
    'chart2',
    'chart3',
    'chart4',
    'chart5',
    'chart6',
  ] as const)
    assert.ok(contrast(colours[name], colours.paper) >= 3, name);
});

test('spaces come in steps of four', () => {
  for (const step of designTokens.space) assert.equal(step % 4, 0);
});
