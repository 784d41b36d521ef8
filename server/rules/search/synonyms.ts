/** What the same thing is called in a hall, by people and by law. A name that holds one of them is found by the others. */
const GROUPS: readonly (readonly string[])[] = [
	['社会保障卡', '社保卡', '社会保险卡'],
	['社会保险', '社保'],
	['养老保险', '社保'],
	['用人单位', '公司', '企业', '单位'],
	['参保登记', '参保', '交社保', '缴费开户', '开社保户'],
	['医保', '医疗保险', '基本医疗'],
	['灵活就业人员', '灵活就业', '自由职业', '个人交社保', '自己交社保'],
	['城乡居民养老', '居民养老', '农村养老'],
	['城乡居民医保', '居民医保', '新农合', '农村合作医疗'],
	['关系转移接续', '转移', '转入', '转出', '转过来'],
	['退休申请', '办退休', '办理退休'],
	['养老待遇', '退休金', '养老金', '退休工资'],
	['资格认证', '认证', '年审', '生存认证'],
	['丧葬补助金', '丧葬费', '安葬费'],
	['抚恤金', '遗属待遇', '遗属补助'],
	['工伤认定', '工伤', '上班受伤', '工作受伤'],
	['劳动能力鉴定', '工伤鉴定', '伤残鉴定', '评级'],
	['失业保险金', '失业金', '失业补助', '失业救济'],
	['失业登记', '登记失业'],
	['创业担保贷款', '创业贷款', '贴息贷款'],
	['高校毕业生', '大学生', '大学毕业生', '毕业生'],
	['异地就医', '外地看病', '异地看病', '异地住院'],
	['家庭共济', '医保卡给家人用', '家人共用', '家庭账户'],
	['医疗费用', '医药费', '住院费', '看病费用'],
	['生育津贴', '生育补贴', '产假工资', '生孩子补贴'],
	['门诊慢特病', '慢性病', '慢病', '门诊特殊病', '大病门诊'],
	['办不成', '办不了', '没办成'],
	['二手房', '存量房', '旧房'],
	['转移登记', '过户'],
	['不动产权证书', '不动产权证', '房产证', '房本', '不动产证', '房屋产权证'],
	['不动产', '房产', '房屋', '房子'],
	['商品房', '新房'],
	['补领', '补办', '挂失', '丢失', '遗失', '补', '丢了', '不见了'],
	['换领', '更换', '换'],
	['补发', '补办', '丢失', '遗失', '补'],
	['换发', '更换', '换'],
	['重置', '忘记', '忘了'],
	['夫妻间不动产权利人变更', '房产证加名字', '夫妻加名', '加名字', '减名'],
	['继承', '遗产', '去世', '父母房子'],
	['赠与', '送给', '赠送'],
	['抵押权注销', '解押', '解除抵押', '抵押解除', '还清贷款', '注销抵押'],
	['抵押权首次登记', '办抵押', '抵押贷款'],
	['家庭住房情况证明', '无房证明', '有房证明', '住房证明', '首套房证明'],
	['登记资料查询', '查询', '查档', '查房产', '房产查询'],
	['涉税申报', '缴税', '交税', '契税', '纳税'],
	['出生登记', '上户口', '新生儿落户', '小孩落户', '报户口'],
	['户口迁移', '迁户口', '落户', '户口迁入', '户口迁出'],
	['户口簿', '户口本'],
	['姓名变更', '改名', '改名字', '改姓名'],
	['死亡登记', '销户', '销户口', '注销户口', '人死了'],
	['居民身份证', '身份证', '身份证件'],
	['到期换领', '到期', '过期', '过期换证', '有效期满'],
	['首次申领', '首次申请', '第一次办', '新办', '申领'],
	['普通护照', '护照'],
	['往来港澳通行证', '港澳通行证', '去香港', '去澳门', '港澳签注'],
	['往来台湾通行证', '台湾通行证', '去台湾', '入台'],
	['驾驶证', '驾照', '驾驶执照', '驾驶本'],
	['期满换证', '到期', '过期', '到期换证', '换证'],
	['机动车', '车辆', '汽车', '车子', '车'],
	['注册登记', '上牌', '新车上牌', '上牌照'],
	['转让登记', '过户', '二手车过户', '二手车'],
	['检验标志', '年检', '年审', '免检'],
	['人力资源和社会保障局', '人社局', '社保局', '劳动局'],
	['医疗保障局', '医保局'],
	['自然资源和规划局', '自然资源局', '国土局', '不动产中心', '房管局'],
	['税务局', '国税', '地税', '税务'],
	['公安局', '派出所', '警察'],
	['政务服务管理局', '政务局', '政务办', '行政审批局'],
	['卫生间', '厕所', '洗手间'],
	['营业执照', '工商执照'],
	['多少钱', '收费', '费用', '工本费'],
	['办理时限', '多久', '几天', '多长时间'],
	['driving licence', 'driver license', "driver's license", 'driving license'],
	['licence', 'license'],
	['first-time', 'first', 'new'],
	['replace', 'lost', 'reissue'],
	['health insurance', 'medical insurance'],
	['household register', 'hukou booklet', 'hukou'],
	['pension', 'retirement pay'],
	['identity card', 'id card', 'id'],
	['toilet', 'restroom', 'bathroom', 'wc'],
	['car park', 'parking'],
	['tax', 'taxes']
];

/** How many forms of one name are kept. */
const MOST_FORMS = 16;

/**
 * A plain name in the ways that it may be asked for, itself first, then with one word changed, then with two:
 * 社会保障卡补领 also as 社保卡补领, 社会保障卡补办, 社保卡补办 …
 */
export function formsOf(name: string): string[] {
	const groups = GROUPS.flatMap((words) => {
		const word = words.find((one) => holds(name, one));
		return word === undefined ? [] : [{ word, others: words.filter((one) => one !== word) }];
	});
	const forms = new Set([name]);
	for (let changes = 0; changes < 2; changes += 1) {
		for (const form of changed(forms, groups)) if (forms.size < MOST_FORMS) forms.add(form);
	}
	return [...forms];
}

function changed(forms: ReadonlySet<string>, groups: readonly { word: string; others: string[] }[]): string[] {
	return [...forms].flatMap((form) =>
		groups.flatMap(({ word, others }) => others.map((other) => form.replace(word, other)))
	);
}

/** A Chinese word anywhere; an English one as whole words. */
function holds(name: string, word: string): boolean {
	return /^[a-z]/.test(word) ? ` ${name} `.includes(` ${word} `) : name.includes(word);
}
