// Stands in for a package of the same name: which browser this is, and what text fragments and
// highlights want of it, of which a book that is only read has none.

export const sML = { OS: {}, UA: { Chromium: [1] } }
export const sMLWithRequest = sML

const unused = () => { throw new Error('highlights and text fragments are not tried here') }
export const adjustColorForContrast = unused
export const colorToRgba = unused
export const decodeTextFragmentDirective = () => undefined
export const getContrastingTextColor = unused
export const isDarkColor = unused
export const processTextFragmentDirective = unused
