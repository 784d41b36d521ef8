/** What is said of a page, of one of its controls and of its news: computed from what stands in it. Pure over the DOM. */
import { computeAccessibleDescription, computeAccessibleName, getRole } from 'dom-accessibility-api';
import { langOf, words, type Lang, type Words } from '#display/words/index.ts';
import { partsOf, spelled, type Part } from './parts.ts';
import { isField, isShown, isStop, stopsIn } from './stops.ts';

export interface Manner {
	/** heard by the visitor alone: what was typed may be said when it is asked for */
	private: boolean;
}

type Role = keyof Words['speech']['roles'];

const ROLES: Partial<Record<string, Role>> = {
	button: 'button',
	link: 'link',
	textbox: 'textbox',
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
const COLON: Record<Lang, string> = { 'zh-CN': '：', en: ': ' };
const GROUP = '[role=group], [role=radiogroup], fieldset';
const LIST = `[data-list], ${GROUP}, ul, ol`;

/** The language in which an element is written. */
export function langAt(node: Element): Lang {
	return langOf(node.closest('[lang]')?.getAttribute('lang'));
}

/** All that is shown in it besides what can be chosen, in the order in which it stands. */
export function shownIn(scope: Element, manner: Manner): Part[] {
	const said: Part[] = [];
	let open: { lang: Lang; text: string } | null = null;
	const flush = (): void => {
		// A picture and the line below it often say the same.
		const parts = open ? partsOf(open.lang, open.text) : [];
		if (parts.length !== 1 || parts[0]?.text !== said.at(-1)?.text) said.push(...parts);
		open = null;
	};
	const write = (lang: Lang, text: string): void => {
		if (open?.lang !== lang) flush();
		open = { lang, text: `${open?.text ?? ''} ${text}` };
	};
	const walk = (node: Node): void => {
		if (node instanceof Text) {
			const text = node.data.trim();
			if (text !== '' && node.parentElement) write(langAt(node.parentElement), text);
		} else if (node instanceof Element && !isUnsaid(node)) {
			const block = node.matches(BLOCKS);
			if (block && !node.matches('dd')) flush();
			const own = ownWords(node, manner);
			if (own === null) [...node.childNodes].forEach(walk);
			else if (own !== '') write(langAt(node), own);
			if (block && !node.matches('dt')) flush();
		}
	};
	[...scope.childNodes].forEach(walk);
	flush();
	return said;
}

function isUnsaid(node: Element): boolean {
	return node.matches(OF_CONTROLS) || !isShown(node);
}

/** What is said in place of what stands in it; null where that is said itself. Controls are said when one comes to them. */
function ownWords(node: Element, manner: Manner): string | null {
	const w = words(langAt(node)).speech;
	if (isStop(node)) return '';
	if (node.matches('button, input, select, textarea')) {
		const role = w.roles[ROLES[getRole(node) ?? ''] ?? 'button'];
		return listed(langAt(node), [computeAccessibleName(node), role, w.states.disabled]);
	}
	if (node.matches('[data-secret]')) return secretIn(node, manner);
	if (node.matches('[role=img], img, svg')) return computeAccessibleName(node);
	if (node.matches('dt')) return `${node.textContent.trim()}${COLON[langAt(node)]}`;
	return node.matches('li') && stopsIn(node).length === 0 ? itemIn(node, manner) : null;
}

/** One line of a list says which it is. */
function itemIn(node: Element, manner: Manner): string | null {
	const all: Element[] = [...(node.parentElement?.children ?? [])].filter((one) => one.matches('li'));
	if (all.length < 2 || node.querySelector('[data-secret]')) return null;
	const place = words(langAt(node)).speech.item({ n: all.indexOf(node) + 1, of: all.length });
	const facts = shownIn(node, manner).map((part) => part.text);
	return `${place}${COLON[langAt(node)]}${listed(langAt(node), facts)}`;
}

function listed(lang: Lang, facts: readonly string[]): string {
	return facts.filter((fact) => fact !== '').join(lang === 'zh-CN' ? '，' : ', ');
}

function secretIn(node: Element, manner: Manner): string {
	const lang = langAt(node);
	const signs = node.textContent.replace(/\s/g, '');
	return manner.private ? spelled(lang, signs) : words(lang).speech.secret({ count: signs.length });
}

/** A page as it comes: all it shows, how many choices it has, and how to go on. */
export function saidOfPage(scope: Element, manner: Manner): Part[] {
	const lang = langAt(scope);
	const w = words(lang).speech;
	const count = stopsIn(scope.querySelector('main') ?? scope).length;
	return [...shownIn(scope, manner), ...partsOf(lang, count === 0 ? w.noChoices : w.choices({ count }), true)];
}

/** A control: the group that it begins, its name, what it is, how it stands, what is told of it, and which it is of how many. */
export function saidOfStop(node: HTMLElement, before: Element | null, manner: Manner): Part[] {
	const lang = langAt(node);
	const keep = node.closest('[data-kept]') !== null;
	const facts = [groupOf(node, before), nameOf(node), roleOf(node), ...statesOf(node), ...placeOf(node)];
	const told = computeAccessibleDescription(node);
	return [
		...partsOf(lang, listed(lang, facts), keep),
		...(isField(node) ? valueOf(node, manner) : []),
		...partsOf(lang, told)
	];
}

/** How a control stands, once it has changed: chosen, open, at work. */
export function saidOfChange(node: HTMLElement): Part[] {
	return partsOf(langAt(node), listed(langAt(node), statesOf(node)), true);
}

/** What has been typed into a field: how much on the speaker, what by headphones. */
export function valueOf(node: HTMLInputElement | HTMLTextAreaElement, manner: Manner): Part[] {
	const lang = langAt(node);
	const w = words(lang).speech;
	if (node.value === '') return partsOf(lang, w.empty, true);
	if (!manner.private) return partsOf(lang, w.written({ count: [...node.value].length }));
	return partsOf(lang, /^[\dXx\s-]+$/.test(node.value) ? spelled(lang, node.value) : node.value);
}

/** What stands covered on a page where a number is typed, said on request by headphones: its covered signs are counted. */
export function saidOfEcho(scope: Element): Part[] {
	const shown = scope.querySelector('[data-echo]');
	const signs = (shown?.textContent ?? '').replace(/\s/g, '');
	if (!shown || signs === '') return [];
	const lang = langAt(shown);
	const covered = signs.length - signs.replaceAll('*', '').length;
	return [
		...(covered > 0 ? partsOf(lang, words(lang).speech.covered({ count: covered })) : []),
		...partsOf(lang, spelled(lang, signs.replaceAll('*', '')))
	];
}

function nameOf(node: HTMLElement): string {
	return computeAccessibleName(node) || node.textContent.trim() || node.getAttribute('placeholder') || '';
}

function roleOf(node: HTMLElement): string {
	const w = words(langAt(node)).speech.roles;
	if (node.matches('summary')) return w.more;
	const role = ROLES[getRole(node) ?? ''];
	return role === undefined ? '' : w[role];
}

function statesOf(node: HTMLElement): string[] {
	const w = words(langAt(node)).speech.states;
	const is = (name: string): string | null => node.getAttribute(`aria-${name}`);
	const chosen = node instanceof HTMLInputElement && ['radio', 'checkbox'].includes(node.type) ? node.checked : null;
	const pressed = is('pressed') ?? (chosen === null ? null : String(chosen));
	const open = node.matches('summary') ? String(node.closest('details')?.open) : is('expanded');
	return [
		...(pressed === null ? [] : [pressed === 'true' ? w.pressed : w.released]),
		...(open === null ? [] : [open === 'true' ? w.open : w.shut]),
		...(is('busy') === 'true' ? [w.busy] : []),
		...(is('current') !== null && is('current') !== 'false' ? [w.current] : []),
		...(isField(node) && node.required ? [w.needed] : [])
	];
}

/** The name of a group, where one comes into it. */
function groupOf(node: HTMLElement, before: Element | null): string {
	const group = node.closest(GROUP);
	if (!group || (before && group.contains(before))) return '';
	return computeAccessibleName(group) || (group.querySelector('legend')?.textContent ?? '').trim();
}

/** Which of a list it is. Rows that are turned away count too. */
function placeOf(node: HTMLElement): string[] {
	const list = node.closest(LIST);
	if (!list) return [];
	const all = [...list.querySelectorAll('*')].filter((one) => isStop(one) && one.closest(LIST) === list);
	const n = all.indexOf(node) + 1;
	return n === 0 || all.length < 2 ? [] : [words(langAt(node)).speech.item({ n, of: all.length })];
}
