import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import CheckedText from './CheckedText.svelte';

const shown = (value: string, lines = 3): HTMLTextAreaElement => {
	render(CheckedText, { value, label: '答复', lang: 'zh-CN', lines });
	return screen.getByLabelText<HTMLTextAreaElement>('答复');
};

test('W-09 what is found stands beneath while it is typed, and is told to who hears the page', async () => {
	const text = shown('');
	expect(screen.getByRole('status').textContent.trim()).toBe('');
	await fireEvent.input(text, { target: { value: '请稍候。急什么。' } });
	const status = screen.getByRole('status');
	expect(status.textContent).toContain('“急什么”：催促、打发');
	expect(status.textContent).toContain('可改为：请您慢慢来，我等您');
	expect(text.getAttribute('aria-describedby')).toBe(status.id);
	expect(text.getAttribute('aria-invalid')).toBe('true');
});

test.each([
	['F2', {}],
	['Enter', { altKey: true }]
])('W-09 %s %j takes the suggestion in the place of the words', async (code, more) => {
	const text = shown('请稍候。急什么。');
	await fireEvent.keyDown(text, { code, ...more });
	expect(text.value).toBe('请稍候。请您慢慢来，我等您。');
	expect(screen.getByRole('status').textContent).toContain('用语合适');
});

test('W-09 Enter alone stays a key of the text, and a text without findings has nothing to take', async () => {
	const text = shown('急什么', 1);
	await fireEvent.keyDown(text, { code: 'Enter' });
	expect(text.value).toBe('急什么');
	await fireEvent.input(text, { target: { value: '请稍候' } });
	expect(screen.queryByTestId('text-take')).toBeNull();
});

test('W-09 sent as it is only as long as the text stays as it is', async () => {
	const text = shown('急什么');
	await fireEvent.click(screen.getByRole('checkbox'));
	expect(text.getAttribute('aria-invalid')).toBe('false');
	await fireEvent.input(text, { target: { value: '急什么，不归我管' } });
	expect(text.getAttribute('aria-invalid')).toBe('true');
	expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
});
