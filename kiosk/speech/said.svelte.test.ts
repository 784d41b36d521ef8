import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { teachVisibility } from '#test/fakes/visibility.ts';
import type { Part } from './parts.ts';
import { saidOfEcho, saidOfPage, saidOfStop, shownIn, valueOf } from './said.ts';

const ALOUD = { private: false };
const ALONE = { private: true };

beforeAll(teachVisibility);
beforeEach(() => {
	document.body.replaceChildren();
});

/** A page in a language. */
function page(html: string, lang = 'zh-CN'): HTMLElement {
	document.body.innerHTML = `<div lang="${lang}">${html}</div>`;
	return document.body.firstElementChild as HTMLElement;
}

const texts = (parts: readonly Part[]): string[] => parts.map((part) => part.text);
const at = (root: Element, selector: string): HTMLElement => {
	const found = root.querySelector<HTMLElement>(selector);
	if (!found) throw new Error(`no ${selector}`);
	return found;
};
const stop = (root: Element, selector: string, before: Element | null = null): string =>
	texts(saidOfStop(at(root, selector), before, ALOUD)).join(' ');

describe('K-05 what is said of a page (EN 301 549, 5.1.3.1)', () => {
	test('all that is shown in its order, then how many choices there are', () => {
		const root = page(`<main><h1>请选择事项</h1><p>社保厅</p>
			<dl><div><dt>收费</dt> <dd>免费</dd></div></dl>
			<dl class="facts"><div><dt>事项</dt> <dd>参保</dd></div><div><dt>时间</dt><dd>2026-11-26 9:05</dd></div></dl>
			<button>取号</button><a href="/">返回</a></main>`);
		expect(texts(saidOfPage(root, ALOUD))).toEqual([
			'请选择事项',
			'社保厅',
			'收费： 免费',
			'事项： 参保',
			'时间： 2026-11-26 9点5分',
			'本页有 2 项可选，按下键逐项收听。'
		]);
	});
});
