/** Characters a shingle spans: eight Han characters in a row are hardly ever the same by chance. */
export const shingleLength = 8;

/** The text's letters and digits only, years and figures as `0`, so that a copied sentence with new numbers is still the same. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/\d+/gu, '0');

const base = 16777619;
const highest = ((): number => {
  let power = 1;
  for (let i = 1; i < shingleLength; i++) power = Math.imul(power, base);
  return power;
})();

/** The hash of every run of eight characters, in order; empty for shorter texts. One pass (Rabin–Karp). */
export const shingles = (plain: string): Int32Array => {
  const count = plain.length - shingleLength + 1;
  if (count <= 0) return new Int32Array(0);
  const out = new Int32Array(count);
  let hash = 0;
  for (let i = 0; i < plain.length; i++) {
    if (i >= shingleLength) hash = (hash - Math.imul(plain.charCodeAt(i - shingleLength), highest)) | 0;
    hash = (Math.imul(hash, base) + plain.charCodeAt(i)) | 0;
    if (i >= shingleLength - 1) out[i - shingleLength + 1] = hash;
  }
  return out;
};
