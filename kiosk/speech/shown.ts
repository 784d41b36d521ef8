/** What stands on a page, as sentences in the order in which it is shown. Pure over the DOM. */
import { computeAccessibleName, getRole } from 'dom-accessibility-api';
import { langOf, words, type Lang, type Words } from '#display/words/index.ts';
import { partsOf, spelled, type Part } from './parts.ts';
import { isShown, isStop, stopsIn } from './stops.ts';

export interface Manner {
	/** heard by the visitor alone: what was typed may be said when it is asked for */
	private: boolean;
}

const ROLES: Partial<Record<string, keyof Words['speech']['roles']>> = {
	button: 'button',
	link: 'link',
	textbox: 'textbox',
	searchbox: 'textbox',
	radio: 'radio',
	checkbox: 'checkbox',
	combobox: 'choice',
	listbox: 'choice'
};

/** These begin a new sentence. */
const BLOCKS =
	'p, div, section, article, header, footer, main, nav, h1, h2, h3, h4, li, ul, ol, dl, dt, dd, figure, figcaption, fieldset, legend, form, details, td, tr';
/** Said with the control that they belong to. */
const OF_CONTROLS = 'label, script, style, template, noscript, [data-unsaid]';

/** The language in which an element is written. */
export function langAt(node: Element): Lang {
	return langOf(node.closest('[lang]')?.getAttribute('lang'));
}

/** All that is shown in it besides what can be chosen. */
export function shownIn(scope: Element, manner: Manner): Part[] {
	const sheet = new Sheet(manner);
	for (const child of scope.childNodes) sheet.take(child);
	return sheet.end();
}

/** What a control is: a button, a link, a field. */
export function roleOf(node: Element): string {
	const w = words(langAt(node)).speech.roles;
	if (node.matches('summary')) return w.more;
	const role = ROLES[getRole(node) ?? ''];
	return role === undefined ? '' : w[role];
}

export function listed(lang: Lang, facts: readonly string[]): string {
	return facts.filter((fact) => fact !== '').join(words(lang).marks.comma);
}

/** Gathers sentences: what stands in one line is one, and each language has its own. */
class Sheet {
	readonly #manner: Manner;
	readonly #said: Part[] = [];
	#open: { lang: Lang; text: string } | null = null;

	constructor(manner: Manner) {
		this.#manner = manner;
	}

	take(node: Node): void {
		if (node instanceof Text && node.parentElement) this.#write(langAt(node.parentElement), node.data.trim());
		else if (node instanceof Element && !node.matches(OF_CONTROLS) && isShown(node)) this.#element(node);
	}

	end(): Part[] {
		this.#flush();
		return this.#said;
	}

	#element(node: Element): void {
		const block = node.matches(BLOCKS);
		// A term and what is told of it are one sentence.
		if (block && !node.matches('dd')) this.#flush();
		const own = ownWords(node, this.#manner);
		if (own === null) for (const child of node.childNodes) this.take(child);
		else this.#write(langAt(node), own);
		if (block && !node.matches('dt')) this.#flush();
	}

	#write(lang: Lang, text: string): void {
		if (text === '') return;
		if (this.#open?.lang !== lang) this.#flush();
		this.#open = { lang, text: `${this.#open?.text ?? ''} ${text}` };
	}

	#flush(): void {
		const parts = this.#open ? partsOf(this.#open.lang, this.#open.text) : [];
		this.#open = null;
		// A picture and the line below it often say the same.
		if (parts.length !== 1 || parts[0]?.text !== this.#said.at(-1)?.text) this.#said.push(...parts);
	}
}

/** What is said in place of what stands in it; null where that is said itself. Controls are said when one comes to them. */
function ownWords(node: Element, manner: Manner): string | null {
	if (isStop(node)) return '';
	if (node.matches('button, input, select, textarea')) {
		const { disabled } = words(langAt(node)).speech.states;
		return listed(langAt(node), [computeAccessibleName(node), roleOf(node), disabled]);
	}
	if (node.matches('[data-secret]')) return secretIn(node, manner);
	if (node.matches('[role=img], img, svg')) return computeAccessibleName(node);
	if (node.matches('dt')) return `${node.textContent.trim()}${words(langAt(node)).marks.colon}`;
	return node.matches('li') && stopsIn(node).length === 0 ? itemIn(node, manner) : null;
}

/** One line of a list says which it is. */
function itemIn(node: Element, manner: Manner): string | null {
	const all: Element[] = [...(node.parentElement?.children ?? [])].filter((one) => one.matches('li'));
	if (all.length < 2 || node.querySelector('[data-secret]')) return null;
	const lang = langAt(node);
	const place = words(lang).speech.item({ n: all.indexOf(node) + 1, of: all.length });
	const facts = shownIn(node, manner).map((part) => part.text);
	return `${place}${words(lang).marks.colon}${listed(lang, facts)}`;
}

function secretIn(node: Element, manner: Manner): string {
	const lang = langAt(node);
	const signs = node.textContent.replace(/\s/g, '');
	return manner.private ? spelled(lang, signs) : words(lang).speech.secret({ count: signs.length });
}
