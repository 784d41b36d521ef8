import type { CallToSay } from '../calls/render.ts';

function call(number: string, window: string): CallToSay {
	return { number, window, windowName: { zh: `${window}号窗口`, en: `Window ${window}` } };
}

/** Calls that together need most of what a pack holds: every figure, both ways of reading one, pairs, tens. */
export const SAMPLES: readonly CallToSay[] = [
	call('A017', '3'),
	call('B1024', '12'),
	call('SC369', '58'),
	call('D058', '101')
];
