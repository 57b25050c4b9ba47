// "Is this collector real?": what the register answers, and how an agency loses its authorisation.
import {
  type Agency,
  agencyNamedIn,
  agencyRulesSchema,
  agencySchema,
  authorisationForAccount,
  authorisationOf,
  type Placement,
  upholdComplaint,
} from '../../../../data/domain/conduct/agencyRegister';
import shippedRules from '../../../../data/policy/agencyRules.json';
import bank from '../../../../data/policy/bank.json';

const agencies = bank.agencies.map((agency) => agencySchema.parse(agency));
const minglan = (changes: Partial<Agency> = {}): Agency => {
  const [first] = agencies;
  if (first === undefined) throw new Error('the shipped bank has no agency');
  return { ...first, ...changes };
};
const rules = agencyRulesSchema.parse(shippedRules);
const placement: Placement = { agencyId: 'AGY-01', accountId: 'ACC-1', placedOn: '2026-06-01', endedOn: null };

describe('authorisation on a day', () => {
  test('first and last day of the period count', () => {
    expect(
      ['2025-12-31', '2026-01-01', '2027-12-31', '2028-01-01'].map((day) => authorisationOf(minglan(), day).kind),
    ).toEqual(['notYet', 'authorised', 'authorised', 'expired']);
  });

  test('a suspended or ended agency is not authorised', () => {
    expect(authorisationOf(minglan({ suspended: true }), '2026-11-23').kind).toBe('suspended');
    expect(authorisationOf(minglan({ endedOn: '2026-11-23' }), '2026-11-23').kind).toBe('ended');
    expect(authorisationOf(minglan({ endedOn: '2026-11-24' }), '2026-11-23').kind).toBe('authorised');
  });
});

describe('authorisation for one account', () => {
  const on = (day: string, placements: readonly Placement[], accountId = 'ACC-1') =>
    authorisationForAccount(minglan(), accountId, placements, day).kind;

  test('needs a placement of that account on that day', () => {
    expect(on('2026-11-23', [placement])).toBe('authorised');
    expect(on('2026-05-31', [placement])).toBe('notPlaced');
    expect(on('2026-11-23', [{ ...placement, endedOn: '2026-11-23' }])).toBe('notPlaced');
    expect(on('2026-11-23', [placement], 'ACC-2')).toBe('notPlaced');
    expect(on('2026-11-23', [{ ...placement, agencyId: 'AGY-02' }])).toBe('notPlaced');
  });

  test('an unknown agency is told as unknown', () => {
    expect(authorisationForAccount(undefined, 'ACC-1', [placement], '2026-11-23').kind).toBe('unknownAgency');
  });
});

describe('an agency named in a message', () => {
  test.each([
    ['明岚资产服务有限公司给我打电话', 'AGY-01'],
    ['是不是你们的 明岚', 'AGY-01'],
    ['Somebody from Minglan Asset Services called', 'AGY-01'],
    ['a call from minglan', 'AGY-01'],
    ['电话是400-000-7702', 'AGY-02'],
    ['４０００００７７０２ 打来的', 'AGY-02'],
  ])('%s', (text, agencyId) => {
    expect(agencyNamedIn(agencies, text)?.agencyId).toBe(agencyId);
  });

  test.each(['有个公司打电话给我', 'a credit management company', '13800000001', '', 'asset services ltd'])(
    'none in "%s"',
    (text) => {
      expect(agencyNamedIn(agencies, text)).toBeUndefined();
    },
  );
});

describe('complaints about conduct', () => {
  const uphold = (agency: Agency, days: readonly string[]) =>
    days.reduce((now, day, index) => upholdComplaint(now, `CS-${index}`, day, rules), agency);

  test('the third upheld one suspends', () => {
    expect(uphold(minglan(), ['2026-01-10', '2026-03-10']).suspended).toBe(false);
    expect(uphold(minglan(), ['2026-01-10', '2026-03-10', '2026-11-01'])).toMatchObject({
      suspended: true,
      suspendedOn: '2026-11-01',
      suspendedReason: 'complaints',
    });
  });

  test('old ones no longer count, and the same case counts once', () => {
    expect(uphold(minglan(), ['2024-01-10', '2026-03-10', '2026-11-01']).suspended).toBe(false);
    const once = upholdComplaint(minglan(), 'CS-1', '2026-11-01', rules);
    expect(upholdComplaint(once, 'CS-1', '2026-11-02', rules)).toBe(once);
  });
});
