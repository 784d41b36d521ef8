/** What staff must not write to a visitor, by class, with the clause of the norm that forbids it (keys of docs/wording.md). */
export const WORDING_CLASSES = [
	'rude-opening',
	'flat-refusal',
	'passing-buck',
	'hurry',
	'asked-again',
	'lecture',
	'challenge',
	'mockery',
	'blaming',
	'power',
	'breaking-off'
] as const;
export type WordingClass = (typeof WORDING_CLASSES)[number];

interface ClassFacts {
	name: { zh: string; en: string };
	/** clauses of the norms: N0 24, N3 annex 2.1 … */
	clause: string;
	/** a courteous sentence in its place, where a pattern has none of its own */
	instead: { zh: string; en: string };
}

export const CLASS_FACTS: Record<WordingClass, ClassFacts> = {
	'rude-opening': {
		name: { zh: '生硬开头', en: 'Rude opening' },
		clause: 'N0 24, N3 a2.1, N4 2.4',
		instead: { zh: '您好，请问需要办理什么业务？', en: 'Good day, how may I help you?' }
	},
	'flat-refusal': {
		name: { zh: '生硬拒绝、一问三不知', en: 'Flat refusal, "don\'t know"' },
		clause: 'N0 24, N3 a2.1, N4 2.4',
		instead: {
			zh: '很抱歉，请允许我说明原因，并告诉您可以怎样办',
			en: 'I am sorry. Let me explain the reason and tell you what you can do'
		}
	},
	'passing-buck': {
		name: { zh: '推诿', en: 'Passing the buck' },
		clause: 'N0 24, N3 a2.3, N4 2.4, 6.4',
		instead: {
			zh: '这件事由其他部门负责，我帮您联系',
			en: 'Another office is in charge of this; I will put you in touch with it'
		}
	},
	hurry: {
		name: { zh: '催促、打发', en: 'Hurrying, end of day' },
		clause: 'N0 24, N4 2.4, 6.4',
		instead: { zh: '请您慢慢来，我等您', en: 'Please take your time' }
	},
	'asked-again': {
		name: { zh: '嫌人再问', en: 'Reproach for asking again' },
		clause: 'N0 24, N3 a2.2, N4 2.4, 6.4',
		instead: { zh: '没关系，我再为您说明一遍', en: 'I will gladly explain it once more' }
	},
	lecture: {
		name: { zh: '反问、教训', en: 'Counter-question, lecture' },
		clause: 'N0 24, N3 a2.5',
		instead: {
			zh: '请问我说清楚了吗？需要的话，我再说明一遍',
			en: 'Have I put it clearly? I am glad to explain it again'
		}
	},
	challenge: {
		name: { zh: '挑衅', en: 'Challenge' },
		clause: 'N0 24, N3 a2.4, N4 2.4, 6.4',
		instead: {
			zh: '您的意见我为您登记，并告诉您答复的期限',
			en: 'I will record your complaint and tell you when it will be answered'
		}
	},
	mockery: {
		name: { zh: '嘲讽、侮辱', en: 'Mockery, insult' },
		clause: 'N3 a2.6, N4 2.4',
		instead: { zh: '请不用担心，我来为您说明', en: 'Please do not worry, I will explain it' }
	},
	blaming: {
		name: { zh: '责怪来宾', en: 'Blaming the visitor' },
		clause: 'N0 24',
		instead: {
			zh: '我们一起看看是哪里出了问题，再想办法解决',
			en: 'Let us look at it together and find a way'
		}
	},
	power: {
		name: { zh: '以权压人', en: 'Playing power' },
		clause: 'N4 2.4',
		instead: {
			zh: '我按规定为您办理，请允许我说明依据',
			en: 'I act by the rules; let me tell you which'
		}
	},
	'breaking-off': {
		name: { zh: '中断、驱赶', en: 'Breaking off' },
		clause: 'N0 24, N3 a2.1, a2.4',
		instead: {
			zh: '情况我已记下，还有需要请随时告诉我们',
			en: 'I have written it down; please tell us whenever you need more'
		}
	}
};

/** One way of saying something forbidden, over normal text (see normal.ts). */
export interface Pattern {
	class: WordingClass;
	find: RegExp;
	/** allowed where the text says what the visitor can do instead */
	remedied: boolean;
	/** a courteous sentence in its place; that of the class without one */
	instead: string | null;
}
