import { designTokens } from '../../packages/contract/src/design-tokens.ts';

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/(\d+)$/, '-$1');

/** Pixels at the usual size of type, as rem: they grow with the reader's own font size. */
const rem = (pixels: number): string => `${pixels / 16}rem`;

const family = (names: readonly string[]): string =>
  names.map((name) => (name.includes(' ') ? `"${name}"` : name)).join(', ');

/** `apps/server/public/tokens.css`: the design tokens as custom properties. */
export const tokensCss = (): string => {
  const { colours, text, space, radius, target, row, widths, fonts } = designTokens;
  const properties: readonly (readonly [name: string, value: string])[] = [
    ...Object.entries(colours).map(([name, value]) => [kebab(name), value] as const),
    ...Object.entries(text).map(([name, value]) => [`text-${name}`, rem(value)] as const),
    ...space.map((value) => [`space-${value}`, rem(value)] as const),
    ['radius', `${radius}px`],
    ['target', rem(target)],
    ['row', rem(row)],
    ...Object.entries(widths).map(([name, value]) => [`width-${name}`, rem(value)] as const),
    ...Object.entries(fonts).map(([name, value]) => [name, family(value)] as const),
  ];
  return `/* Printed from packages/contract/src/design-tokens.ts by \`npm run docs\`. */
:root {
${properties.map(([name, value]) => `  --${name}: ${value};`).join('\n')}
}
`;
};
