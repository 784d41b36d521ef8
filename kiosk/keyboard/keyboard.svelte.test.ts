import { computeAccessibleName } from 'dom-accessibility-api';
import { cleanup, render, screen } from '@testing-library/svelte';
import { readFileSync } from 'node:fs';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Keyboard from './Keyboard.svelte';

const table = readFileSync('kiosk/keyboard/table/words.txt', 'utf8');
let field: HTMLTextAreaElement;
let heard: string[];

class Unchanging {
	observe(): void {
		this.disconnect();
	}
	unobserve(): void {
		this.disconnect();
	}
	disconnect(): void {
		heard.length = 0;
	}
}

beforeEach(() => {
	heard = [];
	vi.stubGlobal('ResizeObserver', Unchanging);
	vi.stubGlobal('fetch', () => Promise.resolve(new Response(table)));
	field = document.createElement('textarea');
	document.body.append(field);
	field.addEventListener('input', () => heard.push(field.value));
});
afterEach(() => {
	cleanup();
	field.remove();
});

/** A finger on a key, as fast as it likes: before the last one is up. */
function down(id: string, pointerId: number): HTMLElement {
	const key = screen.getByTestId(id);
	key.dispatchEvent(finger('pointerdown', pointerId));
	return key;
}

function finger(type: string, pointerId: number): PointerEvent {
	return new PointerEvent(type, {
		bubbles: true,
		pointerId,
		isPrimary: pointerId === 1,
		pointerType: 'mouse',
		button: 0
	});
}

async function strike(...ids: string[]): Promise<void> {
	for (const id of ids) {
		down(id, 1).dispatchEvent(finger('pointerup', 1));
		await tick();
	}
}

/** The words of pinyin are a file of their own. */
const LATER = { timeout: 15_000 };

async function open(lang: 'zh-CN' | 'en' | 'ar' = 'zh-CN'): Promise<void> {
	render(Keyboard, { field: () => field, lang });
	await vi.waitFor(async () => {
		await tick();
		expect(screen.getByTestId('keyboard').querySelectorAll('button').length).toBeGreaterThan(26);
	}, LATER);
}

const keys = (letters: string): string[] => [...letters].map((letter) => `key-${letter}`);

test('K-02 pinyin becomes the word that is chosen, at the caret, and whoever is bound to the field hears it', async () => {
	await open();
	await strike(...keys('shebaoka'));
	expect(field.value).toBe('shebaoka');
	await vi.waitFor(() => expect(screen.getAllByTestId('candidate')[0]?.textContent).toContain('社保卡'), LATER);
	screen.getAllByTestId('candidate')[0]?.click();
	await tick();
	expect(field.value).toBe('社保卡');
	expect(heard.at(-1)).toBe('社保卡');
});

test('K-02 two thumbs lose no letter: the second comes down before the first is up', async () => {
	await open();
	// The test's browser captures no pointers; of a mouse none are let go.
	const [s, b] = [down('key-s', 1), down('key-b', 2)];
	s.dispatchEvent(finger('pointerup', 1));
	const k = down('key-k', 1);
	b.dispatchEvent(finger('pointerup', 2));
	k.dispatchEvent(finger('pointerup', 1));
	expect(field.value).toBe('sbk');
});

test('the blank takes the likeliest word; what spells nothing before it stays', async () => {
	await open();
	field.value = 'A';
	field.dispatchEvent(new Event('input'));
	await strike(...keys('women'));
	await vi.waitFor(() => expect(screen.getAllByTestId('candidate')[0]?.textContent).toContain('我们'), LATER);
	await strike('key-space');
	expect(field.value).toBe('A我们');
	await strike('key-erase', 'key-erase');
	expect(field.value).toBe('A');
});

test('English, capitals, figures and marks are written as they are', async () => {
	await open('en');
	await strike('key-capital', ...keys('id'), 'key-space', 'key-figures', 'key-7', 'key-?', 'key-letters', 'key-z');
	expect(field.value).toBe('Id 7?z');
	expect(screen.queryAllByTestId('candidate')).toEqual([]);
});

test('nothing is written beyond what the field holds', async () => {
	field.maxLength = 3;
	await open('en');
	await strike(...keys('abcde'));
	expect(field.value).toBe('abc');
});

test.each(['zh-CN', 'en', 'ar'] as const)('K-05 every key says what is written on it, in %s', async (lang) => {
	await open(lang);
	for (const key of screen.getAllByRole('button')) {
		const shown = [...key.childNodes].filter(
			(node) => node.nodeName !== 'SPAN' || !(node as Element).matches('.heard')
		);
		const written = shown.map((node) => node.textContent?.trim() ?? '').join('');
		expect(written).not.toBe('');
		expect(computeAccessibleName(key)).toContain(written);
	}
});
