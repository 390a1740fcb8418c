import {
  OfficeHours,
  Specialism,
  TrainingCourse,
} from '@synchrony/backstage-plugin-champions-common';
import { PanelEmpty } from '@synchrony/ui';
import { ReactNode } from 'react';
import { weekdayWords } from '../../words';
import styles from '../programme.module.css';

function ListCard(props: {
  id: string;
  title: string;
  columns: string[];
  rows: { id: string; cells: ReactNode[] }[];
}) {
  const { columns, id, rows, title } = props;
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {rows.length === 0 ? (
        <PanelEmpty title="None in the settings" />
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <caption className={styles.hidden}>{title}</caption>
            <thead>
              <tr>
                {columns.map(column => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.id}>
                  <th scope="row">{row.cells[0]}</th>
                  {row.cells.slice(1).map((cell, index) => (
                    <td key={columns[index + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** A title that leads to its page; only web addresses do. */
function Linked(props: { title: string; url?: string }) {
  const { title, url } = props;
  return url && /^https?:\/\//i.test(url) ? (
    <a className={styles.anchor} href={url} target="_blank" rel="noreferrer">
      {title}
    </a>
  ) : (
    <>{title}</>
  );
}

export function CoursesCard(props: { courses: TrainingCourse[] }) {
  return (
    <ListCard
      id="courses"
      title="Courses"
      columns={['Course', 'Level', 'Needed', 'Counts for', 'Confirmed by']}
      rows={props.courses.map(course => ({
        id: course.id,
        cells: [
          <Linked title={course.title} url={course.url} />,
          course.level,
          course.isRequired ? 'yes' : 'no',
          course.validDays === undefined
            ? 'always'
            : `${course.validDays} days`,
          course.selfAttested ? "the person's own word" : 'a captain',
        ],
      }))}
    />
  );
}

export function SpecialismsCard(props: { specialisms: Specialism[] }) {
  return (
    <ListCard
      id="specialisms"
      title="Specialisms"
      columns={['Specialism', 'Findings', 'Stages']}
      rows={props.specialisms.map(({ findingTypes, id, stages, title }) => ({
        id,
        cells: [
          title,
          findingTypes.join(', ') || '–',
          stages.join(', ') || '–',
        ],
      }))}
    />
  );
}

export function OfficeHoursCard(props: { hours: OfficeHours[] }) {
  return (
    <ListCard
      id="office-hours"
      title="Office hours"
      columns={['What', 'When', 'Minutes']}
      rows={props.hours.map(hours => ({
        id: hours.id,
        cells: [
          <Linked title={hours.title} url={hours.url} />,
          `${weekdayWords(hours.weekday)} ${hours.startsAt} ${hours.timeZone}`,
          hours.minutes,
        ],
      }))}
    />
  );
}
