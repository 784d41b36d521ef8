/** What the loudspeaker says. The keys of `clips` are the file names of the voice pack. */
const clips: Record<string, string> = {
	please: '请',
	ticket: '号',
	to: '到',
	window: '号窗口',
	'digit-0': '零',
	'digit-1': '幺',
	'digit-2': '二',
	'digit-3': '三',
	'digit-4': '四',
	'digit-5': '五',
	'digit-6': '六',
	'digit-7': '七',
	'digit-8': '八',
	'digit-9': '九',
	'number-0': '零',
	'number-1': '一',
	'number-2': '二',
	'number-3': '三',
	'number-4': '四',
	'number-5': '五',
	'number-6': '六',
	'number-7': '七',
	'number-8': '八',
	'number-9': '九',
	'number-10': '十'
};

export const voice = {
	clips,
	/** the sentence as text, for those who do not hear it; `window` is the window's name */
	announced: ({ number, window }: { number: string; window: string }): string => `请 ${number} 号到${window}`
};
