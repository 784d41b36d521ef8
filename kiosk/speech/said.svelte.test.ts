import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { teachVisibility } from '#test/fakes/visibility.ts';
import type { Part } from './parts.ts';
import { saidOfChange, saidOfEcho, saidOfPage, saidOfStop, valueOf } from './said.ts';
import { shownIn } from './shown.ts';

const ALOUD = { private: false };
const ALONE = { private: true };

beforeAll(teachVisibility);
beforeEach(() => {
	document.body.replaceChildren();
});

/** A page in a language. */
function page(html: string, lang = 'zh-CN'): HTMLElement {
	const root = document.createElement('div');
	root.lang = lang;
	root.innerHTML = html;
	document.body.append(root);
	return root;
}

function at(root: Element, selector: string): HTMLElement {
	const found = root.querySelector<HTMLElement>(selector);
	if (!found) throw new Error(`no ${selector}`);
	return found;
}

const texts = (parts: readonly Part[]): string[] => parts.map((part) => part.text);
const shown = (html: string, manner = ALOUD): string[] => texts(shownIn(page(html), manner));
const stop = (root: Element, selector: string, before: Element | null = null): string =>
	texts(saidOfStop(at(root, selector), before, ALOUD)).join(' ');

describe('K-05 what is said of a page (EN 301 549, 5.1.3.1)', () => {
	test('all that is shown in its order, then how many choices there are', () => {
		const root = page(`<main><h1>请选择事项</h1><p>社保厅</p>
			<dl><div><dt>收费</dt> <dd>免费</dd></div><div><dt>时间</dt><dd>2026-11-26 9:05</dd></div></dl>
			<button>取号</button><a href="/">返回</a></main>`);
		expect(texts(saidOfPage(root, ALOUD))).toEqual([
			'请选择事项',
			'社保厅',
			'收费： 免费',
			'时间： 2026-11-26 9点5分',
			'本页有 2 项可选，按下键逐项收听。'
		]);
		expect(texts(saidOfPage(page('<main><p>Closed</p></main>', 'en'), ALOUD)).at(-1)).toBe(
			'Nothing to choose on this page.'
		);
	});

	test('a line of a list says which it is of how many', () => {
		expect(shown('<ul><li>身份证 <b>原件</b></li><li>照片</li></ul><ul><li>只有一行</li></ul>')).toEqual([
			'第 1 项，共 2 项：身份证 原件',
			'第 2 项，共 2 项：照片',
			'只有一行'
		]);
	});

	test('what is not shown is not said: hidden, closed off, folded, decoration', () => {
		expect(
			shown(`<p style="display:none">一</p><p style="visibility:hidden">二</p><p inert>三</p><p aria-hidden="true">四</p>
			<details><summary>更多</summary><p>五</p></details><p>六</p><p data-unsaid>七</p>`)
		).toEqual(['六']);
	});

	test('a picture has its name, once; what cannot be chosen now is said too', () => {
		const qr = '<figure><svg role="img" aria-label="扫码查看"></svg><figcaption>扫码查看</figcaption></figure>';
		expect(shown(`${qr}<button disabled>上一页</button>`)).toEqual(['扫码查看', '上一页，按钮，现在不可用']);
	});

	test('parts in another language have its voice', () => {
		const parts = shownIn(page('<p>请稍候 <span lang="en">Please wait</span></p>'), ALOUD);
		expect(parts.map(({ lang, text }) => [lang, text])).toEqual([
			['zh-CN', '请稍候'],
			['en', 'Please wait']
		]);
	});

	test('the code of a visitor is said to the visitor alone', () => {
		const code = '<p data-secret>1234 5678 9012</p>';
		expect(shown(code)).toEqual(['12 位数字，外放时不读出，请看回执，或插上耳机再听']);
		expect(shown(code, ALONE)).toEqual(['幺 二 三 四 五 六 七 八 九 零 幺 二']);
	});
});

describe('K-05 what is said of a control (EN 301 549, 5.1.3.2 and 5.1.3.6)', () => {
	test('its name, what it is, how it stands, and which of a list', () => {
		const root =
			page(`<div data-list><button aria-pressed="true">甲</button><button inert>乙</button><a href="/x" aria-current="true">丙</a></div>
			<button aria-busy="true" aria-describedby="d">取号</button><p id="d">需要几秒</p>`);
		expect(stop(root, '[aria-pressed]')).toBe('甲，按钮，已选中，第 1 项，共 3 项');
		expect(stop(root, 'a')).toBe('丙，链接，当前，第 3 项，共 3 项');
		expect(stop(root, '[aria-busy]')).toBe('取号，按钮，正在处理，请稍候 需要几秒');
	});

	test('a group is named where one comes into it', () => {
		const root = page(`<fieldset><legend>怎样答复</legend><label><input type="radio" name="a" checked>自己看</label>
			<label><input type="radio" name="a" id="b">打电话</label></fieldset>`);
		expect(stop(root, 'input')).toBe('怎样答复，自己看，单选，已选中，第 1 项，共 2 项');
		expect(stop(root, '#b', at(root, 'input'))).toBe('打电话，单选，未选中，第 2 项，共 2 项');
	});

	test('more that is folded, and a field with what it is for', () => {
		const root = page(`<details><summary>点选输入</summary><p>x</p></details>
			<label for="f">电话</label><input id="f" required aria-describedby="k"><p id="k">只用于联系您</p>`);
		expect(stop(root, 'summary')).toBe('点选输入，展开更多，已收起');
		expect(stop(root, 'input')).toBe('电话，输入框，必填 还没有输入 只用于联系您');
	});

	test('what changes of it is said alone', () => {
		const button = at(page('<button aria-pressed="false">甲</button>'), 'button');
		expect(texts(saidOfChange(button))).toEqual(['未选中']);
	});

	test('only what is the same for everybody is kept', () => {
		const root = page('<div data-kept><button>1</button></div><button>王小明</button>');
		expect(saidOfStop(at(root, 'button'), null, ALOUD).map((part) => part.keep)).toEqual([true]);
		expect(saidOfStop(at(root, 'div + button'), null, ALOUD).map((part) => part.keep)).toEqual([false]);
	});
});

describe('K-05 what was typed (EN 301 549, 5.1.3.8 and 5.1.3.9)', () => {
	const field = (value: string): HTMLInputElement => {
		const input = at(page('<input aria-label="电话">'), 'input') as HTMLInputElement;
		input.value = value;
		return input;
	};

	test('is counted on the speaker, and read by headphones', () => {
		expect(texts(valueOf(field('13900000000'), ALOUD))).toEqual(['已输入 11 个字']);
		expect(texts(valueOf(field('139'), ALONE))).toEqual(['幺 三 九']);
		expect(texts(valueOf(field('张 三'), ALONE))).toEqual(['张 三']);
	});

	test('covered signs are counted even by headphones', () => {
		expect(texts(saidOfEcho(page('<p data-echo aria-hidden="true">**** **12</p>')))).toEqual([
			'前 6 位不读出',
			'幺 二'
		]);
		expect(texts(saidOfEcho(page('<p data-echo></p>')))).toEqual([]);
		document.body.replaceChildren();
		expect(texts(saidOfEcho(page('<p>x</p>')))).toEqual([]);
	});
});
