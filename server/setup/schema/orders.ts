/** 12345 orders: how the sheets of this city's platform name their columns, and which department deals with what. */
import { z } from 'zod';
import { code, line, maybe, staffNumber } from './formats.ts';

const headings = (...known: string[]): z.ZodDefault<z.ZodArray<typeof line>> =>
	z.array(line).min(1).max(8).default(known);

export const orders = z.strictObject({
	/** headings by which a column is known, besides the field's own name */
	columns: z
		.strictObject({
			number: headings('工单编号', '工单号', '编号'),
			receivedAt: headings('派单时间', '转办时间', '受理时间'),
			title: headings('标题', '诉求标题', '工单标题'),
			content: headings('诉求内容', '主要内容', '内容'),
			category: headings('诉求类别', '类别', '分类'),
			department: headings('承办单位', '责任单位', '部门'),
			urgent: headings('紧急程度', '是否紧急'),
			name: headings('来电人', '姓名', '诉求人'),
			phone: headings('联系电话', '来电号码', '电话'),
			address: headings('地址', '诉求地址')
		})
		.prefault({}),
	/** the first whose words stand in the sheet's department or category decides; without one it is the hall's own */
	routes: z
		.array(z.strictObject({ words: z.array(line).min(1), department: maybe(code), owner: maybe(staffNumber) }))
		.default([])
});
