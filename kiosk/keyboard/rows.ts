/** In which order letters stand: as on a telephone, or by the alphabet. */
export type Order = 'qwerty' | 'alphabet';

const ORDERS: Record<Order, { wide: readonly string[]; narrow: readonly string[] }> = {
	qwerty: { wide: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'], narrow: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] },
	alphabet: { wide: ['abcdefghi', 'jklmnopqr', 'stuvwxyz'], narrow: ['abcdefg', 'hijklmn', 'opqrstu', 'vwxyz'] }
};

const FIGURES = ['12345', '67890'] as const;
const MARKS = { zh: '，。？！：、', en: ',.?!:-' } as const;

/** The rows of letters. @param narrow there is height, and the keys of the alphabet may be larger */
export function letterRows(order: Order, narrow: boolean): readonly (readonly string[])[] {
	return ORDERS[order][narrow ? 'narrow' : 'wide'].map((row) => [...row]);
}

/** Figures and marks, as the language writes them. */
export function figureRows(chinese: boolean): readonly (readonly string[])[] {
	return [...FIGURES, chinese ? MARKS.zh : MARKS.en].map((row) => [...row]);
}
