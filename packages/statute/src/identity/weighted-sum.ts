/** The sum of characters by their value times their weight; characters outside the alphabet have no value. */
export const weightedSum = (text: string, weights: readonly number[], alphabet: string): number =>
  weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(text[index] ?? ''), 0);
