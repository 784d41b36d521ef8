/** Words of the keyboard on the glass; each key says what is written on it. */
export const keyboard = {
	title: '屏幕键盘',
	open: '用屏幕键盘写字',
	erase: '删除',
	space: '空格',
	done: '完成',
	pinyin: '中文',
	latin: '英文',
	figures: '数字',
	letters: '字母',
	capital: '大写',
	order: { qwerty: '换成电脑键盘顺序', alphabet: '换成字母表顺序' },
	orderKey: { qwerty: 'QWE', alphabet: 'ABC' },
	candidates: '选字',
	typed: ({ letters }: { letters: string }): string => `拼音 ${letters}`,
	earlier: '前面的字',
	later: '后面的字',
	loading: '正在准备中文输入',
	failed: '中文输入没有准备好，可以先输入拼音'
};
