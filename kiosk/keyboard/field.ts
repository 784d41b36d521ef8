import type { Field } from './writing.svelte.ts';

export type Editable = HTMLInputElement | HTMLTextAreaElement;

/** A field of the page, written at its caret, up to its `maxlength`; whoever is bound to it is told as by a keyboard. */
export function fieldOf(node: () => Editable | undefined): Field {
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
			if (text.length <= room) change(field, text, from, to);
		},
		drop() {
			const field = node();
			if (!field) return;
			const [from, to] = caretOf(field);
			const last = [...field.value.slice(0, from)].at(-1)?.length ?? 0;
			change(field, '', from === to ? from - last : from, to);
		}
	};
}

/** Both ends of what is marked; the end of the text where the browser does not say. */
function caretOf(field: Editable): [from: number, to: number] {
	const end = field.value.length;
	return [field.selectionStart ?? end, field.selectionEnd ?? end];
}

function change(field: Editable, text: string, from: number, to: number): void {
	field.setRangeText(text, from, to, 'end');
	field.dispatchEvent(new Event('input', { bubbles: true }));
	// What was written stays in sight.
	field.scrollLeft = field.scrollWidth;
	if (field.selectionEnd === field.value.length) field.scrollTop = field.scrollHeight;
}
