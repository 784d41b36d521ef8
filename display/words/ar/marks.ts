import type { VisitorWords } from '../visitor.ts';

export const marks: VisitorWords['marks'] = {
	list: '، ',
	parts: '؛ ',
	colon: ': ',
	comma: '، ',
	sentence: ' ',
	near: '، '
};
