/** What a board says when no call does, in words of the hall file or our own. */
import { words as wordsOf } from '#display/words/index.ts';
import type { Text } from '#server/views.ts';
import type { BoardEntry, HallFile } from '../setup/schema.ts';

type Defaults = HallFile['devices']['boardDefaults'];
type Texts = Defaults['texts'];
export type BoardText = keyof Texts;

/** One board's words, each in Chinese and English, filled in for its window. */
export type BoardTexts = Record<BoardText, (window: string) => Text>;

const zh = wordsOf('zh-CN').boards;
const en = wordsOf('en').boards;
/** Boards without Chinese are narrow: a figure and an arrow tell them where to go. */
const OURS: BoardTexts = {
	call: (window) => ({ zh: zh.comeTo({ window }), en: `>${window}` }),
	serving: (window) => ({ zh: zh.serving, en: `>${window}` }),
	idle: () => ({ zh: zh.welcome, en: en.welcome }),
	paused: () => ({ zh: zh.paused, en: en.paused }),
	wrapUp: () => ({ zh: zh.wrapUp, en: en.wrapUp }),
	closed: () => ({ zh: zh.closed, en: en.closed }),
	ended: () => ({ zh: zh.ended, en: en.ended }),
	zone: () => ({ zh: zh.welcome, en: en.welcome })
};

/** The words of a board: its own, else those of all boards, else ours. */
export function textsOf(own: Pick<BoardEntry, 'texts'>, { texts }: Pick<Defaults, 'texts'>): BoardTexts {
	const filled = (name: BoardText): BoardTexts[BoardText] => {
		const given = own.texts[name] ?? texts[name];
		if (!given) return OURS[name];
		return (window) => ({
			zh: given.zh.replaceAll('{window}', window),
			en: given.en.replaceAll('{window}', window)
		});
	};
	return {
		call: filled('call'),
		serving: filled('serving'),
		idle: filled('idle'),
		paused: filled('paused'),
		wrapUp: filled('wrapUp'),
		closed: filled('closed'),
		ended: filled('ended'),
		zone: filled('zone')
	};
}

/** The brightness of a moment, percent; undefined where the hall file says nothing. */
export function brightnessAt(steps: Defaults['brightness'], minute: number): number | undefined {
	const now = steps.findLast(({ from }) => from <= minute) ?? steps.at(-1);
	return now?.percent;
}
