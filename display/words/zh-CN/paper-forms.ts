/** Words of the page on which paper forms are entered. */
export const paperForms = {
	title: '纸质评价录入',
	enter: '录入一张评价表',
	how: '两人各录一遍：第二人不看第一遍，两遍一致评价才生效。被评价的人员不能录入。',
	fields: { number: '号码', day: '办理日期', remark: '来宾的话', phone: '来宾电话' },
	find: '查找',
	service: '哪一次服务',
	second: '第二遍：请按纸面原样录入',
	whole: '总体评价',
	reasons: '不满意的原因',
	grade: '各项等级',
	row: '上一项、下一项',
	save: '保存',
	again: '下一张',
	waiting: '等第二人核对',
	none: '没有等待核对的评价表',
	byOther: '由他人核对',
	confirm: '核对',
	told: {
		entered: ({ number }: { number: string }): string => `${number} 第一遍已录入，请另一人再录一遍`,
		agreed: ({ number }: { number: string }): string => `${number} 两遍一致，评价已生效`,
		differs: ({ number }: { number: string }): string => `${number} 两遍不一致，请两人对照纸面从头再录`
	}
};
