import type { CalendarYear } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../api/api.ts';
import { FilterField } from '../component/filter-field.tsx';
import { ListTable } from '../component/list-table.tsx';
import { Facts, Nothing, Page, Section } from '../component/page.tsx';
import { QueryView } from '../component/query-view.tsx';
import { sayDay } from '../component/show-time.ts';
import { Status } from '../component/status.tsx';
import { useUrlState } from '../component/url-state.ts';
import { useMay } from '../session/use-session.ts';
import { YearView } from './year-view.tsx';

const origins = {
  built_in: ['good', '随程序提供'],
  imported: ['good', '已导入'],
  unannounced: ['warn', '尚未公布'],
} as const;

const span = ({ from, to }: CalendarYear['off'][number]): string =>
  from === to ? sayDay(from) : `${sayDay(from)}至${sayDay(to)}`;

const Holidays = ({ year }: { readonly year: CalendarYear }) =>
  year.off.length === 0 ? (
    <Nothing>这一年的放假安排尚未公布，暂按周一至周五计算工作日，据此得出的期限是暂定的。</Nothing>
  ) : (
    <Facts
      facts={[
        ...year.off.map((days) => [days.name, span(days)] as const),
        ['调休上班', year.worked.length > 0 ? year.worked.map(sayDay).join('、') : '没有'],
      ]}
    />
  );

/** 工作日历: what the deadlines of the law are counted by. */
export const CalendarPage = () => {
  const url = useUrlState();
  const mayDo = useMay();
  const navigate = useNavigate();
  const list = useQuery(api.calendar.list.queryOptions({ input: {} }));
  return (
    <Page
      title="工作日历"
      intro="条例规定的期限按工作日计算。周末、法定节假日和调休以国务院办公厅每年的通知为准，公布后由系统管理员导入。"
      actions={
        mayDo('calendar.import') && (
          <Button type="primary" onClick={() => void navigate('/calendar/import')}>
            导入一年的日历
          </Button>
        )
      }
    >
      <QueryView query={list}>
        {({ years, notice }) => {
          const current = new Date().getFullYear();
          const chosen = Number(url.get('year')) || current;
          const year = years.find((one) => one.year === chosen) ?? years.at(-1);
          if (!year) return <Nothing>还没有任何一年的工作日历。</Nothing>;
          const [tone, origin] = origins[year.origin];
          return (
            <>
              {notice && <Alert type="info" showIcon title={notice} className="above" />}
              <div className="filters">
                <FilterField label="年份">
                  <Select
                    value={year.year}
                    onChange={(value) => url.set({ year: String(value) })}
                    options={[...years]
                      .sort((a, b) => b.year - a.year)
                      .map((one) => ({ value: one.year, label: `${one.year} 年` }))}
                  />
                </FilterField>
              </div>
              <p className="hint">
                <Status tone={tone}>{origin}</Status>　全年 {year.workingDays} 个工作日
                {year.isProvisional &&
                  (year.origin === 'unannounced'
                    ? '（暂定）'
                    : `（暂定：${year.year + 1} 年元旦放假可能调整年末的周末）`)}
                。{year.source && `依据：${year.source}`}
                {year.importedOn && `（${year.importedOn} 导入）`}
              </p>
              <p className="legend">
                <span>
                  <span className="day day-off">休</span> 放假
                </span>
                <span>
                  <span className="day day-worked">班</span> 调休上班
                </span>
                <span>
                  <span className="day day-rest">六</span> 周末
                </span>
              </p>
              <YearView year={year} />
              <Section title="放假和调休">
                <Holidays year={year} />
              </Section>
              <Section title="各年">
                <ListTable<CalendarYear>
                  label="各年工作日历"
                  rowKey="year"
                  rows={[...years].sort((a, b) => b.year - a.year)}
                  empty=""
                  columns={[
                    {
                      title: '年份',
                      key: 'year',
                      render: (_, one) => (
                        <Button
                          type="link"
                          className="in-cell"
                          onClick={() => url.set({ year: String(one.year) })}
                        >
                          {one.year} 年
                        </Button>
                      ),
                    },
                    { title: '工作日', dataIndex: 'workingDays', align: 'right' },
                    {
                      title: '来源',
                      key: 'origin',
                      render: (_, one) => {
                        const [oneTone, name] = origins[one.origin];
                        return <Status tone={oneTone}>{name}</Status>;
                      },
                    },
                    { title: '依据', dataIndex: 'source', render: (source) => source ?? '' },
                  ]}
                />
              </Section>
            </>
          );
        }}
      </QueryView>
    </Page>
  );
};
