import { words } from '#display/words/index.ts';
import type { Timers } from '#display/timers.ts';
import { Regions } from './news.ts';
import { partsOf, type Part } from './parts.ts';
import { saidOfChange, saidOfEcho, saidOfFault, saidOfPage, saidOfStop, valueOf } from './said.ts';
import { langAt, shownIn, type Manner } from './shown.ts';
import type { Speaker } from './speaker.svelte.ts';
import { isField, isShown, isStop, scopeOf } from './stops.ts';

/** A page is drawn in several steps; it is read once they are done. */
const SETTLED_MS = 60;
/** What of the page may change what is said. */
const WATCHED = {
	...{ subtree: true, childList: true, characterData: true },
	attributes: true,
	attributeFilter: [
		'hidden',
		'lang',
		'open',
		'disabled',
		'inert',
		'aria-pressed',
		'aria-busy',
		'aria-expanded',
		'aria-checked'
	]
};

export interface ReaderNeeds {
	/** the frame of the page; alerts of the hall stand beside it */
	root: HTMLElement;
	speaker: Speaker;
	timers: Timers;
	/** it is new to the visitor: how it is used is told first */
	greets: boolean;
	/** `guide`: only what a page is for, and what goes wrong; `all`: everything shown, and each thing that has the focus */
	speech: () => 'guide' | 'all';
	manner: () => Manner;
}

/** What the page was when it was last looked at. */
interface Seen {
	scope: Element | null;
	title: Element | null;
	/** of a form that is asked part by part, the part that is shown */
	part: Element | undefined;
	lang: string;
	/** the control that has the focus, and how it stands */
	at: HTMLElement | null;
	state: string;
}

/**
 * Says a page as it comes, each control as one comes to it, and what is new on it (EN 301 549, 5.1.3.1 to 5.1.3.6 and 5.1.3.15).
 * It reads what stands in the document and asks no page for anything.
 */
export class Reader {
	readonly #needs: ReaderNeeds;
	readonly #regions = new Regions();
	#seen: Seen = { scope: null, title: null, part: undefined, lang: '', at: null, state: '' };
	#prefix: Part[] = [];
	#callOff: (() => void) | null = null;

	constructor(needs: ReaderNeeds) {
		this.#needs = needs;
	}

	/** Begins with the page that stands there; the answer ends it. */
	start(): () => void {
		const { root, speaker } = this.#needs;
		const observer = new MutationObserver(() => this.#soon());
		observer.observe(document.body, WATCHED);
		const focused = (): void => this.#focused();
		const wrong = (event: Event): void => this.#wrong(event);
		root.addEventListener('focusin', focused);
		root.addEventListener('invalid', wrong, { capture: true });
		this.#remember();
		this.#regions.news(document, this.#needs.manner());
		speaker.say([...this.#greeting(), ...this.#page()]);
		return () => {
			observer.disconnect();
			root.removeEventListener('focusin', focused);
			root.removeEventListener('invalid', wrong, { capture: true });
			this.#callOff?.();
			speaker.reset();
		};
	}

	/** The page from its beginning. */
	page(): void {
		this.#needs.speaker.say(this.#page());
	}

	/** What was said last; by headphones, where something is typed, what was typed. */
	repeat(): void {
		const { root, manner, speaker } = this.#needs;
		const at = document.activeElement;
		const typed = isField(at) ? valueOf(at, manner()) : saidOfEcho(scopeOf(root));
		if (manner().private && typed.length > 0) speaker.remark(typed);
		else speaker.repeat();
	}

	/** A short word of the speech itself. */
	remark(sentence: (w: ReturnType<typeof words>['speech']) => string): void {
		const lang = langAt(this.#needs.root);
		this.#needs.speaker.remark(partsOf(lang, sentence(words(lang).speech), true));
	}

	/** Says this and then the page: what was said for other ears is not there any more, to be repeated or gone on with. */
	anew(sentence: (w: ReturnType<typeof words>['speech']) => string): void {
		const lang = langAt(this.#needs.root);
		this.#needs.speaker.say([...partsOf(lang, sentence(words(lang).speech), true), ...this.#page()]);
	}

	/** Goes before the next control that is said. */
	before(sentence: (w: ReturnType<typeof words>['speech']) => string): void {
		const lang = langAt(this.#needs.root);
		this.#prefix = partsOf(lang, sentence(words(lang).speech), true);
	}

	#soon(): void {
		this.#callOff?.();
		this.#callOff = this.#needs.timers.after(SETTLED_MS, () => this.#look());
	}

	/** What has changed: another question or page is said whole, otherwise what is new in it. */
	#look(): void {
		const { speaker, manner } = this.#needs;
		const former = this.#seen;
		this.#remember();
		const { alerts, statuses } = this.#regions.news(document, manner());
		// Alerts of the page itself are said with it.
		if (this.#isNewPage(former)) speaker.say(this.#page());
		else if (alerts.length > 0) speaker.say([...alerts, ...statuses]);
		else if (this.#all) this.#say(statuses, former);
	}

	#say(statuses: readonly Part[], former: Seen): void {
		const { at, state } = this.#seen;
		if (statuses.length > 0) this.#needs.speaker.add(statuses);
		else if (at && at === former.at && state !== former.state) this.#needs.speaker.say(saidOfChange(at));
	}

	#isNewPage(former: Seen): boolean {
		const { scope, title, part, lang } = this.#seen;
		const turned = title !== former.title || part !== former.part || lang !== former.lang;
		return turned || (scope !== former.scope && scope !== this.#needs.root);
	}

	#focused(): void {
		const at = document.activeElement;
		if (!(at instanceof HTMLElement) || !isStop(at) || at === this.#seen.at) return;
		const before = this.#seen.at;
		this.#seen = { ...this.#seen, at, state: stateOf(at) };
		const prefix = this.#prefix;
		this.#prefix = [];
		if (this.#all) this.#needs.speaker.say([...prefix, ...saidOfStop(at, before, this.#needs.manner())]);
	}

	/** A field that the browser itself finds wrong says which it is and what: its own bubble is only seen. */
	#wrong({ target }: Event): void {
		if (!(target instanceof HTMLElement) || !isField(target)) return;
		this.#prefix = saidOfFault(target);
		this.#needs.speaker.say(this.#prefix);
	}

	get #all(): boolean {
		return this.#needs.speech() === 'all';
	}

	#remember(): void {
		const { root } = this.#needs;
		const at = stopAt(root);
		const part = [...root.querySelectorAll('main [data-part]')].find(isShown);
		this.#seen = {
			part,
			...{ scope: scopeOf(root), title: root.querySelector('main h1'), lang: langAt(root), at },
			state: at ? stateOf(at) : ''
		};
	}

	#greeting(): Part[] {
		const { root, manner, greets } = this.#needs;
		if (!this.#all || !greets) return [];
		const lang = langAt(root);
		const w = words(lang).speech;
		const hall = root.querySelector(':scope > header p');
		return [
			...partsOf(lang, w.began, true),
			...(hall ? partsOf(lang, hall.textContent, true) : []),
			...partsOf(lang, `${w.howKeys} ${w.howPad}`, true),
			...(manner().private ? [] : partsOf(lang, w.aloud, true))
		];
	}

	/** The open question, or the page: what stands in it, how to go on, and where the focus is. */
	#page(): Part[] {
		const { root, manner } = this.#needs;
		// What stands over the page is all there is.
		if (root.inert) return [...document.querySelectorAll('[role=alert]')].flatMap((alert) => alertIn(alert, manner()));
		const scope = scopeOf(root);
		const body = scope === root ? (root.querySelector(':scope > main') ?? root) : scope;
		if (!this.#all) return shownIn(body.querySelector('h1')?.parentElement ?? body, manner()).slice(0, 2);
		const at = stopAt(body);
		return [...saidOfPage(body, manner()), ...howIn(body), ...(at ? saidOfStop(at, null, manner()) : [])];
	}
}

/** An alert that stands beside the page. */
function alertIn(alert: Element, manner: Manner): Part[] {
	return isShown(alert) ? shownIn(alert, manner) : [];
}

/** How one types here, where something is typed. */
function howIn(body: Element): Part[] {
	const w = words(langAt(body)).speech;
	const how = body.querySelector('[data-typing]') ? w.howTyping : w.howForm;
	return body.querySelector('[data-typing], textarea, input:not([type=hidden])')
		? partsOf(langAt(body), how, true)
		: [];
}

/** The control that has the focus, in this part of the page. */
function stopAt(scope: Element): HTMLElement | null {
	const at = document.activeElement;
	return at !== null && isStop(at) && scope.contains(at) ? at : null;
}

/** What changes of a control while one stays at it. */
function stateOf(node: HTMLElement): string {
	return saidOfChange(node)
		.map((part) => part.text)
		.join();
}
