/** Full-width letters, digits and signs as typed with a Chinese keyboard, made half-width; spaces dropped. */
export const halfWidth = (text: string): string =>
  text
    .replaceAll(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u2010-\u2015\u2212\u2500]/g, '-')
    .replaceAll(/[\s\u3000\u200b\ufeff]/g, '');
