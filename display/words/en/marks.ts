import type { Words } from '../zh-CN/index.ts';

export const marks: Words['marks'] = {
	list: ', ',
	parts: '; ',
	colon: ': ',
	comma: ', ',
	sentence: ' ',
	near: ', '
};
