/** What is said of a control, of a page and of what was typed: computed from what stands in the document. Pure over the DOM. */
import { computeAccessibleDescription, computeAccessibleName } from 'dom-accessibility-api';
import { words, type Words } from '#display/words/index.ts';
import { partsOf, spelled, type Part } from './parts.ts';
import { langAt, listed, roleOf, shownIn, type Manner } from './shown.ts';
import { isField, isStop, stopsIn } from './stops.ts';

const GROUP = '[role=group], [role=radiogroup], fieldset';
const LIST = `[data-list], ${GROUP}, ul, ol`;

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

/** What is wrong with a field, with its name (EN 301 549, 5.1.3.15). */
export function saidOfFault(node: HTMLInputElement | HTMLTextAreaElement): Part[] {
	const lang = langAt(node);
	const why = node.validity.valueMissing ? words(lang).speech.missing : node.validationMessage;
	return partsOf(lang, listed(lang, [nameOf(node), why]));
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

type State = keyof Words['speech']['states'];

/** How a control can stand; each tells of one thing, or nothing. */
const STATES: readonly ((node: HTMLElement) => State | null)[] = [
	(node) => eitherOr(pressedIs(node), 'pressed', 'released'),
	(node) => eitherOr(openIs(node), 'open', 'shut'),
	(node) => (node.getAttribute('aria-busy') === 'true' ? 'busy' : null),
	(node) => (['true', 'date', 'page'].includes(node.getAttribute('aria-current') ?? '') ? 'current' : null),
	(node) => (isField(node) && node.required ? 'needed' : null)
];

function statesOf(node: HTMLElement): string[] {
	const w = words(langAt(node)).speech.states;
	return STATES.map((tell) => tell(node)).flatMap((state) => (state === null ? [] : [w[state]]));
}

function eitherOr(value: string | null, yes: State, no: State): State | null {
	return value === null ? null : value === 'true' ? yes : no;
}

function pressedIs(node: HTMLElement): string | null {
	if (node instanceof HTMLInputElement && ['radio', 'checkbox'].includes(node.type)) return String(node.checked);
	return node.getAttribute('aria-pressed');
}

function openIs(node: HTMLElement): string | null {
	if (node.localName === 'summary') return String(node.closest('details')?.open === true);
	return node.getAttribute('aria-expanded');
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
