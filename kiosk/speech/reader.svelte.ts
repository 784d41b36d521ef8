import { words } from '#display/words/index.ts';
import type { Timers } from '#display/timers.ts';
import { Regions } from './news.ts';
import { partsOf, type Part } from './parts.ts';
import { langAt, saidOfChange, saidOfEcho, saidOfPage, saidOfStop, shownIn, valueOf, type Manner } from './said.ts';
import type { Speaker } from './speaker.svelte.ts';
import { isField, isStop, scopeOf } from './stops.ts';

/** A page is drawn in several steps; it is read once they are done. */
const SETTLED_MS = 60;
/** What of the page may change what is said. */
const WATCHED = {
	...{ subtree: true, childList: true, characterData: true },
	attributes: true,
	attributeFilter: ['lang', 'open', 'disabled', 'inert', 'aria-pressed', 'aria-busy', 'aria-expanded', 'aria-checked']
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

/**
 * Says a page as it comes, each control as one comes to it, and what is new on it (EN 301 549, 5.1.3.1 to 5.1.3.6 and 5.1.3.15).
 * It reads what stands in the document and asks no page for anything.
 */
export class Reader {
	readonly #needs: ReaderNeeds;
	readonly #regions = new Regions();
	#title: Element | null = null;
	#lang = '';
	#scope: Element | null = null;
	#at: HTMLElement | null = null;
	#state = '';
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
		root.addEventListener('focusin', focused);
		this.#remember();
		this.#regions.news(document, this.#needs.manner());
		speaker.say([...this.#greeting(), ...this.#page()]);
		return () => {
			observer.disconnect();
			root.removeEventListener('focusin', focused);
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
		const { root, speaker, manner } = this.#needs;
		const former = { scope: this.#scope, title: this.#title, lang: this.#lang, state: this.#state, at: this.#at };
		this.#remember();
		const { alerts, statuses } = this.#regions.news(document, manner());
		const asked = this.#scope !== former.scope && this.#scope !== root;
		const turned = this.#title !== former.title || this.#lang !== former.lang;
		if (asked || turned) speaker.say([...outside(root, alerts), ...this.#page()]);
		else if (alerts.length > 0) speaker.say([...alerts, ...statuses]);
		else if (statuses.length > 0 && this.#all) speaker.add(statuses);
		else if (this.#at && this.#at === former.at && this.#state !== former.state && this.#all)
			speaker.say(saidOfChange(this.#at));
	}

	#focused(): void {
		const at = document.activeElement;
		if (!(at instanceof HTMLElement) || !isStop(at) || at === this.#at) return;
		const before = this.#at;
		this.#at = at;
		this.#state = stateOf(at);
		const prefix = this.#prefix;
		this.#prefix = [];
		if (this.#all) this.#needs.speaker.say([...prefix, ...saidOfStop(at, before, this.#needs.manner())]);
	}

	get #all(): boolean {
		return this.#needs.speech() === 'all';
	}

	#remember(): void {
		const { root } = this.#needs;
		this.#scope = scopeOf(root);
		this.#title = root.querySelector('main h1');
		this.#lang = langAt(root);
		const at = document.activeElement;
		this.#at = at instanceof HTMLElement && isStop(at) ? at : null;
		this.#state = this.#at ? stateOf(this.#at) : '';
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
		const scope = scopeOf(root);
		const body = scope === root ? (root.querySelector(':scope > main') ?? root) : scope;
		if (!this.#all) return shownIn(root.querySelector('main h1')?.parentElement ?? body, manner()).slice(0, 2);
		const lang = langAt(body);
		const w = words(lang).speech;
		const at = document.activeElement;
		return [
			...saidOfPage(body, manner()),
			...(body.querySelector('[data-typing]') ? partsOf(lang, w.howTyping, true) : []),
			...(body.querySelector('textarea, input:not([type=hidden])') ? partsOf(lang, w.howForm, true) : []),
			...(at instanceof HTMLElement && isStop(at) && body.contains(at) ? saidOfStop(at, null, manner()) : [])
		];
	}
}

/** What changes of a control while one stays at it. */
function stateOf(node: HTMLElement): string {
	return saidOfChange(node)
		.map((part) => part.text)
		.join();
}

/** Alerts of the page itself are said with it. */
function outside(root: HTMLElement, alerts: readonly Part[]): readonly Part[] {
	return root.inert ? alerts : [];
}
