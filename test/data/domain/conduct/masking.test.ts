// Masking: what is personal is found in every disguise, and what colleagues need stays readable.
import fc from 'fast-check';
import { maskDigits, maskPersonal } from '../../../../data/domain/conduct/masking/masking';
import { digitsReadFrom, dressedNumber, personalNames, secretNumber } from '../../../support/disguises';

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

it.each([
  ['手机138-0013-8000，谢谢', '13800138000'],
  ['卡号是6222 0202 1234 5678 901', '6222020212345678901'],
  ['身份证（11010519491231002X）', '11010519491231002'],
  ['电话：０１０－６２６１２３４５。', '01062612345'],
  ['1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣', '13800138000'],
  ['①③⑧⓪⓪①③⑧⓪⓪⓪', '13800138000'],
  ['call me on (138) 0013.8000!', '13800138000'],
  ['138/0013/8000', '13800138000'],
  ['138_0013_8000', '13800138000'],
  ['138，0013，8000', '13800138000'],
  ['"13800138000"', '13800138000'],
  ['13800138000.00', '13800138000'],
  ['¥13800138000', '13800138000'],
  ['138 然后 0013 再 8000', '13800138000'],
  ['138 then 0013 and then 8000', '13800138000'],
])('the number in "%s" is not kept', (text, digits) => {
  expect(digitsOf(maskPersonal(text))).not.toContain(digits.slice(0, 6));
});

it.each([
  '一三八零零一三八零零零',
  '幺三八 〇〇一三 八〇〇〇',
  '壹叁捌零零壹叁捌零零零',
  'one three eight zero zero one three eight zero',
])('a number in words is not kept: %s', (text) => {
  expect(maskPersonal(`我的手机是${text}`)).toMatch(/^我的手机是\*+$/);
});

it('no number of a phone, card or identity document survives any marks and words between its digits', () => {
  fc.assert(
    fc.property(
      secretNumber,
      fc.infiniteStream(fc.nat(1000)),
      fc.constantFrom('我的号是', 'it is ', '（', ''),
      (secret, chance, before) => {
        const masked = maskPersonal(`${before}${dressedNumber(secret, chance)}`);
        expect(digitsReadFrom(masked)).toBe('');
      },
    ),
    { numRuns: 500 },
  );
});

it.each([
  ['我叫张三，要还款', '张三'],
  ['我叫欧阳娜娜', '欧阳娜娜'],
  ['我叫买买提·吐尔逊', '吐尔逊'],
  ['本人王小明，身份证丢了', '王小明'],
  ['姓名：李四', '李四'],
  ['叫我小王就行', '小王'],
  ['我姓诸葛', '诸葛'],
  ['我老公刘强不还', '刘强'],
  ['麻烦转给陈经理', '陈经理'],
  ['张先生您好', '张先'],
  ['my name is john smith and I owe money', 'smith'],
  ['My name’s Zhang San', 'Zhang'],
  ['I am Mary-Ann O’Neil', 'Mary'],
  ['this is Peter Brown calling', 'Brown'],
  ['my husband John Smith lost his job', 'Smith'],
  ['please call Mr Fernando back', 'Fernando'],
])('the name in "%s" is not kept', (text, name) => {
  expect(maskPersonal(text)).not.toContain(name);
});

it('the name that the bank has on file is not kept, however it is spaced', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...personalNames),
      fc.constantFrom('', ' ', '-', '·', '  ', '.'),
      fc.constantFrom('', '我和', '还款人', 'signed by ', '（'),
      (name, gap, before) => {
        const said = [...name].join(gap);
        expect(maskPersonal(`${before}${said}要求停止`, [name])).not.toContain(said);
      },
    ),
  );
});

it.each([
  ['我住在上海市浦东新区世纪大道100号5栋301室，别来', '世纪大道'],
  ['寄到杭州市西湖区文三路18号', '文三路'],
  ['地址：朝阳区建国门外大街1号院', '建国门'],
  ['在幸福小区3栋2单元501室', '幸福小区'],
  ['I live at 12 Baker Street, London NW1 6XE', 'Baker'],
  ['send it to Flat 3, 27 Old Mill Road, Leeds', 'Mill'],
  ['my postcode is SW1A 2AA', 'SW1A'],
])('the address in "%s" is not kept', (text, place) => {
  expect(maskPersonal(text)).not.toContain(place);
});

it.each([
  ['邮箱zhang.san@qq.com谢谢', 'zhang.san'],
  ['ｚｈａｎｇ＠ｑｑ．ｃｏｍ', 'zhang'],
  ['zhangsan @ qq . com', 'zhangsan'],
  ['zhangsan(at)qq(dot)com', 'zhangsan'],
  ['write to jane.doe at example dot com', 'jane.doe'],
  ['微信号 zhangsan_88', 'zhangsan'],
  ['my whatsapp: jdoe.1990', 'jdoe'],
])('the account in "%s" is not kept, in any stage', (text, account) => {
  expect(maskPersonal(text).toLowerCase()).not.toContain(account);
  expect(maskDigits(text).toLowerCase()).not.toContain(account);
});

it.each([
  ['我得了乳腺癌三期，在做化疗', /癌|化疗|三期/],
  ['孩子白血病住院', /白血病|住院/],
  ['我有重度抑郁', /抑郁/],
  ['高血压加糖尿病，每月药费两千', /血压|糖尿|药费/],
  ['上个月流产了', /流产/],
  ['工伤，截肢', /工伤|截肢/],
  ['I was diagnosed with type 2 diabetes', /diagnos|diabet/],
  ['my wife has stage 4 lung cancer', /lung|cancer/],
  ['I’ve been depressed since the miscarriage', /depress|miscarr/],
  ['he broke his leg and is in hospital', /leg|hospital/],
])('what "%s" tells of health is not kept', (text, health) => {
  expect(maskPersonal(text)).not.toMatch(health);
});

it.each([
  '每月还26,431.20元，共36期',
  '欠了20000，15个月没还',
  '最多800到1000',
  '12月16日还5000，以后每月800',
  '2026-12-16',
  '工作时间09:00-18:00打我',
  '24931.20，457天',
  'I can do 300 a month, not a penny more',
  '1,500.50 by 2026-11-30',
  '催收骂我还打我爸妈电话',
  '我老公失业了，孩子要上学',
  'if I miss payments what happens',
  'can you give me a breakdown of the balance',
  '利息总额是多少，复查一下',
  'please call me back later',
])('what colleagues need stays as it was said: %s', (text) => {
  expect(maskPersonal(text)).toBe(text);
});

it('words of danger stay readable for whoever helps', () => {
  for (const text of ['我吃了一整瓶安眠药', '我在楼顶', 'I took all the pills', '我不想活了'])
    expect(maskPersonal(text)).toBe(text);
});

it('masks any text to an end, and masking twice shows nothing more', () => {
  const hard = [
    '一'.repeat(4000),
    '1 '.repeat(2000),
    '@'.repeat(4000),
    '我叫'.repeat(2000),
    'a a '.repeat(1000),
    '路1号'.repeat(1300),
  ];
  for (const text of hard) expect(maskPersonal(text).length).toBeLessThanOrEqual(20_000);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const once = maskPersonal(text);
      expect(digitsOf(maskPersonal(once)).length).toBeLessThanOrEqual(digitsOf(once).length);
    }),
  );
});

it('of a message that may hold a code no digit is kept, in figures or in words', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => !/\p{Nd}/u.test(maskDigits(text))));
  expect(maskDigits('六六八八 一二三四')).toBe('*********');
});
