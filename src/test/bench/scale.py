#!/usr/bin/env python3
"""How the portal's times grow with a deal's lenders and with the number of deals.

Needs Python 3 and a running demonstration on this machine, with its data folder (to grant a user a lender of the new deals, psql is used as the database's owner).
Usage: src/test/bench/scale.py [--base http://localhost:8080] [--data ./data] [--lenders 1000 10000] [--payments 40] [--deals 0]
For each number of lenders it imports a deal of that many, moves a share from one lender to another (proposed by one of the agency desk, approved by another) and
prints the seconds of each request; then the median time of one lender's allocation page, first shown after a change (nothing is kept of it) and again.
--deals imports so many small deals before it measures, to see that one deal's page does not slow with the others.
"""
import argparse, http.cookiejar, json, statistics, subprocess, time, urllib.error, urllib.request

A = argparse.ArgumentParser()
A.add_argument('--base', default='http://localhost:8080')
A.add_argument('--data', default='data')
A.add_argument('--lenders', type=int, nargs='*', default=[1000, 10000])
A.add_argument('--payments', type=int, default=40)
A.add_argument('--deals', type=int, default=0)
A = A.parse_args()
RUN = time.strftime('%d%H%M%S')


class User:
    def __init__(self, login, password):
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        self.csrf = None
        self.csrf = self('/api/v1/session', {'login': login, 'password': password})['csrf']

    def __call__(self, path, body=None, kind='application/json'):
        data = None if body is None else body.encode() if isinstance(body, str) else json.dumps(body).encode()
        headers = {} if body is None else {'Origin': A.base, 'Content-Type': kind}
        if self.csrf:
            headers['X-CSRF-Token'] = self.csrf
        try:
            with self.opener.open(urllib.request.Request(A.base + path, data, headers), timeout=600) as answer:
                text = answer.read().decode()
                return json.loads(text) if 'json' in answer.headers.get('Content-Type', '') else text
        except urllib.error.HTTPError as e:
            raise SystemExit(f'{path}: {e.code} {e.read().decode()[:600]}')


def seconds(work):
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


def term_sheet(slug, lenders, payments):
    """A bullet with `payments` quarters of interest; the lender of number i holds 1,000.00 + i cents."""
    amounts = [100000 + i for i in range(lenders)]
    money = lambda cents: f'{cents // 100}.{cents % 100:02d}'
    until = f'{2030 + payments // 4}-01-15'
    lines = ['format: prorata/term-sheet/1', 'deal:', f'  slug: {slug}', f'  title: A deal of {lenders} lenders', '  currency: USD', '  zone: Europe/London',
             'parties:', '  - {role: borrower, name: Borrower Limited}', '  - {role: agent, name: Agent Limited}', 'tranches:', '  - id: bullet', '    name: Bullet',
             f'    principal: {money(sum(amounts))}', '    repayments:', f'      - {{due: {until}, amount: {money(sum(amounts))}}}',
             'interest:', '  - id: interest', '    name: Interest', '    tranche: bullet', '    day-count: ACT/360', '    accrues-from: 2030-01-15', '    rates:',
             '      - {from: 2030-01-15, percent: 7.25}', f'    dates: {{every: quarterly, until: {until}}}',
             'business-days:', '  calendars: [GBLO]', '  convention: following', '  interest-dates-adjusted: no', 'lenders:']
    lines += [f'  - {{id: l{i}, name: Lender {i} Limited}}' for i in range(lenders)]
    lines += ['opening:', '  on: 2030-01-15', '  amounts:'] + [f'    l{i}: {money(a)}' for i, a in enumerate(amounts)]
    shares = [{'lender': f'l{i}', 'value': money(a + (5000 if i == 1 else -5000 if i == 0 else 0))} for i, a in enumerate(amounts)]
    return '\n'.join(lines) + '\n', {'on': '2031-02-20', 'unit': 'amount', 'shares': shares}


def grant(slug, login):
    properties = dict(line.strip().split('=', 1) for line in open(f'{A.data}/database.properties') if '=' in line and not line.startswith('#'))
    port = open(f'{A.data}/postgres/postmaster.pid').read().split('\n')[3]
    sql = (f"insert into user_grant (user_id, role, deal_id, lender_id) select u.id, 'lender-viewer', d.id, l.id from portal_user u, deal d join lender l on l.deal_id = d.id "
           f"where u.login = '{login}' and d.slug = '{slug}' and l.handle = 'l0'")
    subprocess.run(['psql', '-h', '127.0.0.1', '-p', port, '-U', 'prorata_owner', '-d', 'prorata', '-qc', sql], check=True, env={'PGPASSWORD': properties['owner'], 'PATH': '/usr/bin:/bin'})


first, second = User('agency-1', 'vancouver-term-sheet-1'), User('agency-2', 'vancouver-term-sheet-2')
lender = User('endeavour', 'copper-ledger-2010')
for i in range(A.deals):
    first('/api/v1/deals', term_sheet(f'small-{RUN}-{i}', 6, 6)[0], 'text/plain')
for count in A.lenders:
    slug = f'scale-{RUN}-{count}'
    sheet, move = term_sheet(slug, count, A.payments)
    took, _ = seconds(lambda: first('/api/v1/deals', sheet, 'text/plain'))
    print(f'{count} lenders, {A.payments} quarters: import {took:.2f} s', flush=True)
    grant(slug, 'endeavour')
    for turn in range(3):
        proposing, made = seconds(lambda: first(f'/api/v1/deals/{slug}/proposals', {'kind': 'register.move', 'payload': move, 'reason': 'measured'}))
        approving, _ = seconds(lambda: second(f"/api/v1/approvals/{made['id']}/approve", {'comment': ''}))
        fresh, _ = seconds(lambda: lender(f'/deals/{slug}/allocation'))
        print(f'  share change: propose {proposing:.2f} s, approve and commit {approving:.2f} s; the lender\'s page after it {1000 * fresh:.1f} ms', flush=True)
        a, b = move['shares'][0], move['shares'][1]
        a['value'], b['value'] = b['value'], a['value']
    days = [seconds(lambda d=d: lender(f'/deals/{slug}/allocation?on=203{d // 300 + 1}-{d // 25 % 12 + 1:02d}-{d % 25 + 1:02d}'))[0] for d in range(400)]
    again = [seconds(lambda: lender(f'/deals/{slug}/allocation'))[0] for _ in range(400)]
    print(f'  allocation page: {1000 * statistics.median(days[100:]):.2f} ms on ever another day, {1000 * statistics.median(again[100:]):.2f} ms again', flush=True)
