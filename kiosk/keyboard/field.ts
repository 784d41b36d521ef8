import type { Field } from './writing.svelte.ts';

export type Editable = HTMLInputElement | HTMLTextAreaElement;

type Caret = [from: number, to: number];

/**
 * A field of the page, written at its caret, up to its `maxlength`; whoever is bound to it is told as by a keyboard. While it
 * has no focus a browser may forget where the caret was: then it is where was written last, or at the end.
 */
export function fieldOf(node: () => Editable | undefined): Field {
	let last = { text: '', caret: 0 };

	function caretOf(field: Editable): Caret {
		const { value, selectionStart, selectionEnd } = field;
		if (field === document.activeElement) return [selectionStart ?? value.length, selectionEnd ?? value.length];
		const caret = value === last.text ? last.caret : value.length;
		return [caret, caret];
	}

	function change(field: Editable, text: string, [from, to]: Caret): void {
		field.setRangeText(text, from, to, 'end');
		last = { text: field.value, caret: from + text.length };
		field.dispatchEvent(new Event('input', { bubbles: true }));
		// What was written stays in sight.
		field.scrollLeft = field.scrollWidth;
		if (last.caret === field.value.length) field.scrollTop = field.scrollHeight;
	}

	return {
		before() {
			const field = node();
			return field ? field.value.slice(0, caretOf(field)[0]) : '';
		},
		put(text, instead = 0) {
			const field = node();
			if (!field) return;
			const [caret, to] = caretOf(field);
			const from = Math.max(0, caret - instead);
			const room = field.maxLength < 0 ? Infinity : field.maxLength - field.value.length + to - from;
			if (text.length <= room) change(field, text, [from, to]);
		},
		drop() {
			const field = node();
			if (!field) return;
			const [from, to] = caretOf(field);
			const before = [...field.value.slice(0, from)].at(-1)?.length ?? 0;
			change(field, '', [from === to ? from - before : from, to]);
		}
	};
}
