import { describe, expect, test } from 'vitest';
import {
	isReasoned,
	isSecond,
	newLines,
	noticeLines,
	sinceOnReturn,
	stillMissing,
	type NoticeLine,
	type Paper
} from './notice.ts';

function paper(key: string): Paper {
	const name = { zh: key, en: key };
	return { key, name, kind: 'original', copies: 1, required: true, note: null, where: null, sample: null };
}

const PAPERS = [paper('a'), paper('b'), paper('c')];

function lines(ticked: number[], free: { text: string; basis: string }[] = []): NoticeLine[] {
	const found = noticeLines(PAPERS, ticked, free);
	if (typeof found === 'string') throw new Error(found);
	return found;
}

describe('W-03 the list', () => {
	test('has the ticked papers in the order of the item, then the free ones with their basis', () => {
		const list = lines([2, 0], [{ text: ' 公证书 ', basis: '公证法 第三十六条' }]);
		expect(list.map((line) => line.key)).toEqual(['a', 'c', 'free:公证书']);
		expect(list.map((line) => line.basis)).toEqual([null, null, '公证法 第三十六条']);
	});

	test.each([
		['an empty one', [], [], 'notice-empty'],
		['a paper that is not on the list', [3], [], 'material-unknown'],
		['a free line without its law', [0], [{ text: '公证书', basis: ' ' }], 'basis-needed'],
		['a free line without words', [], [{ text: ' ', basis: '法' }], 'basis-needed']
	] as const)('%s is refused', (_, ticked, free, fault) => {
		expect(noticeLines(PAPERS, ticked, free)).toBe(fault);
	});
});

describe('W-04 a second notice', () => {
	const earlier = lines([0, 1]);

	test('asks for something new; what was on the list already is none', () => {
		expect(isSecond(earlier, lines([0]))).toBe(false);
		expect(isSecond(earlier, lines([0, 1]))).toBe(false);
		expect(isSecond(earlier, lines([0, 2]))).toBe(true);
		expect(newLines(earlier, lines([0, 2])).map((line) => line.key)).toEqual(['c']);
	});

	test('so does asking again for what had come', () => {
		const came = stillMissing(earlier, lines([1]), 7);
		expect(came.map((line) => line.came)).toEqual([7, null]);
		expect(isSecond(came, lines([1]))).toBe(false);
		expect(isSecond(came, lines([0]))).toBe(true);
	});

	test('needs one of the reasons, in words', () => {
		expect(isReasoned({ reason: 'new-facts', words: '共有人去世' })).toBe(true);
		expect(isReasoned({ reason: 'new-facts', words: ' ' })).toBe(false);
		expect(isReasoned({ reason: null, words: '共有人去世' })).toBe(false);
	});
});

describe('W-05 who comes back counts as waiting', () => {
	const notice = { day: '2026-11-25', due_day: '2026-12-09', since: 1000, returned: null };
	const at = 5_000_000;

	test('since the first visit, on the same day', () => {
		expect(sinceOnReturn(notice, { at, day: '2026-11-25' }, 30)).toBe(1000);
	});
	test('with a head start on a later day, up to the due day', () => {
		expect(sinceOnReturn(notice, { at, day: '2026-12-09' }, 30)).toBe(at - 30 * 60_000);
		expect(sinceOnReturn(notice, { at, day: '2026-12-10' }, 30)).toBe(at);
	});
	test('once', () => {
		expect(sinceOnReturn({ ...notice, returned: 7 }, { at, day: '2026-11-25' }, 30)).toBe(at);
	});
});
