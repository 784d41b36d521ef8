/** What the loudspeaker says. The keys of `clips` are the file names of the voice pack. */
const clips: Record<string, string> = {
	'broadcast-evacuate': '请保持镇静，听从工作人员指引，从最近的安全出口有序离开。',
	'broadcast-stay': '请留在大厅内，远离门窗，听从工作人员指引。',
	'broadcast-power': '大厅停电，请在原地等候，您的号码已经保留。',
	'broadcast-over': '情况已经解除，大厅恢复正常，感谢您的配合。',
	drill: '这是演练。',
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
