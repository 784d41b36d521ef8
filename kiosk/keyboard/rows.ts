/** Where the keys stand. Pure. */

/** In which order letters stand: as on a telephone, or by the alphabet. */
export type Order = 'qwerty' | 'alphabet';

/** Keys that do something else than write their own letter. */
export type Special = 'erase' | 'figures' | 'letters' | 'mode' | 'capital' | 'order' | 'space' | 'done';

/** A key, and how many places of its row it takes. */
export interface Key {
	key: string | { special: Special };
	span: number;
}

export interface Plan {
	order: Order;
	/** so many keys find room beside each other */
	columns: number;
	/** there is little height: as few rows as can be */
	short: boolean;
	/** keys between the letters and the blank */
	others: readonly Special[];
	done: boolean;
}

/** Keys that one row of a telephone's order needs, and what else finds room beside it. */
export const QWERTY_COLUMNS = { high: 10, short: 12 } as const;
const QWERTY = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].map(lettersOf);
const ALPHABET = lettersOf('abcdefghijklmnopqrstuvwxyz');
/** By the alphabet so many letters stand in a row where there is height for four rows. */
const UPRIGHT = 7;
const LEAST_SPACE = 2;

/** The rows of letters with all that stands beside and below them. */
export function letterRows(plan: Plan): Key[][] {
	if (plan.order === 'alphabet') {
		return flowing(ALPHABET, plan.short ? plan.columns : Math.min(UPRIGHT, plan.columns), plan);
	}
	const rows = QWERTY.map((row) => row.map(written));
	const [first = [], second = [], third = []] = rows;
	const done = plan.done ? [special('done', 2)] : [];
	if (!plan.short || plan.columns < QWERTY_COLUMNS.short) {
		return [
			first,
			second,
			[...third, special('erase')],
			[...plan.others.map((one) => special(one)), special('space', 3), ...done]
		];
	}
	const [one, other, ...more] = plan.others;
	const room = plan.columns - second.length - more.length;
	const end = plan.done ? [special('done', Math.min(2, room))] : [];
	const beside = [one, other].flatMap((key) => (key === undefined ? [] : [special(key)]));
	return [
		[...first, special('erase', 2)],
		[...second, ...more.map((key) => special(key)), ...end],
		[...third, ...beside, special('space', 3)]
	];
}

/** Figures and marks, as the language writes them. */
export function figureRows(plan: Plan, chinese: boolean): Key[][] {
	const marks = lettersOf(chinese ? '，。？！、' : ',.?!-');
	return flowing([...lettersOf('1234567890'), ...marks], plan.columns >= QWERTY_COLUMNS.high ? 10 : 5, {
		...plan,
		others: ['letters']
	});
}

/** Letters in rows of equal length; what else there is fills the last of them, or stands in one more. */
function flowing(letters: readonly string[], columns: number, { others, done }: Plan): Key[][] {
	const rows = Array.from({ length: Math.ceil(letters.length / columns) }, (_, row) =>
		letters.slice(row * columns, (row + 1) * columns).map(written)
	);
	const last = rows.at(-1) ?? [];
	const left = columns - last.length;
	const around = [...others.map((one) => special(one))];
	const end = done ? [special('done')] : [];
	const space = left - 1 - around.length - end.length;
	if (space >= LEAST_SPACE) {
		last.push(special('erase'), ...around, special('space', space), ...end);
		return rows;
	}
	if (left > 0) last.push(special('erase', left));
	else around.unshift(special('erase'));
	const room = columns - around.length - end.length;
	return [...rows, [...around, special('space', Math.max(LEAST_SPACE, room)), ...end]];
}

function lettersOf(row: string): string[] {
	return Array.from(row);
}

function written(letter: string): Key {
	return { key: letter, span: 1 };
}

function special(key: Special, span = 1): Key {
	return { key: { special: key }, span };
}
