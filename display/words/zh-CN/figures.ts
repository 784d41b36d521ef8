/** Words of the page with everything that is counted. */
export const figures = {
	title: '统计',
	days: '选择日期',
	from: '自',
	to: '至',
	show: '统计',
	print: '打印',
	none: '这段时间没有记录'
};
