/** What stands in the form of an entry while it is written. */
import type { KnowledgeVersionView } from '#server/views.ts';

export interface Draft {
	/** null for a new entry */
	entry: number | null;
	/** null until it was saved once */
	version: number | null;
	intent: string;
	kind: KnowledgeVersionView['kind'];
	titleZh: string;
	titleEn: string;
	bodyZh: string;
	bodyEn: string;
	/** with commas between */
	keywords: string;
	/** code; empty for the whole hall */
	department: string;
	authorised: boolean;
	askZh: string;
	askEn: string;
	items: string[];
	/** agreed for a difficult question */
	agreed: boolean;
	/** stands on the public page */
	public: boolean;
	/** empty without an end */
	validUntil: string;
	/** it goes out although forbidden wording was found in it */
	override: boolean;
}

export function blankDraft(intent: string): Draft {
	return {
		...{ entry: null, version: null, intent, kind: 'question', titleZh: '', titleEn: '', bodyZh: '', bodyEn: '' },
		...{
			keywords: '',
			department: '',
			authorised: true,
			askZh: '',
			askEn: '',
			items: [],
			agreed: false,
			public: false
		},
		...{ validUntil: '', override: false }
	};
}

export function draftOf(version: KnowledgeVersionView): Draft {
	const { entry, kind, title, body, ask, keywords, authorised, items, agreed } = version;
	return {
		...{ entry, version: version.version, intent: '', kind },
		...{ titleZh: title.zh, titleEn: title.en, bodyZh: body.zh, bodyEn: body.en, askZh: ask.zh, askEn: ask.en },
		...{ keywords: keywords.join('，'), department: version.department ?? '', authorised, items, agreed },
		...{ public: version.public, validUntil: version.validUntil ?? '', override: false }
	};
}

/** Whether everything that is needed stands there. */
export function isWritten({ titleZh, bodyZh }: Draft): boolean {
	return titleZh.trim() !== '' && bodyZh.trim() !== '';
}

/** What the API takes: for a version that was saved its text, else also the intent. */
export function wishOf(draft: Draft): Record<string, unknown> {
	const text = {
		kind: draft.kind,
		title: { zh: draft.titleZh, en: draft.titleEn },
		body: { zh: draft.bodyZh, en: draft.bodyEn },
		keywords: draft.keywords.split(/[,，、;；\n]/u).flatMap((word) => (word.trim() === '' ? [] : [word.trim()])),
		department: draft.department === '' ? null : draft.department,
		authorised: draft.authorised,
		ask: { zh: draft.askZh, en: draft.askEn },
		items: draft.items,
		agreed: draft.agreed,
		public: draft.public && draft.authorised && draft.kind === 'question',
		validUntil: draft.validUntil === '' ? null : draft.validUntil
	};
	return draft.version === null ? { ...text, entry: draft.entry, intent: draft.intent } : text;
}

/** Where an act on a version is asked for. */
export function pathOf(entry: number, version: number, act: KnowledgeVersionView['acts'][number]): string {
	return `/knowledge/${String(entry)}/${String(version)}/${act}`;
}
