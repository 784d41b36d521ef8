/** Words of the free services. */
export const services = {
	title: '便民服务',
	none: '大厅文件中没有便民服务',
	state: { working: '可用', busy: '繁忙', 'out-of-order': '暂停使用' },
	places: ({ count }: { count: number }): string => `${count} 台`,
	waiting: ({ count }: { count: number }): string => `等候 ${count} 人`,
	since: ({ time, staff }: { time: string; staff: string }): string => `${time} 起，${staff} 登记`,
	crowded: '人多，请疏导',
	counted: '等候人数由取号计数',
	more: '多一人',
	fewer: '少一人'
};
