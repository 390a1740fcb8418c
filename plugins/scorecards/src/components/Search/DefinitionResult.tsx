import {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import {
  DefinitionDocument,
  STAGES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { RiDashboard3Line, RiTaskLine } from '@remixicon/react';
import { TextLink } from '@synchrony/ui';
import { stageLabel } from '../../model/labels';
import { isDefinition } from './isDefinition';
import styles from './Search.module.css';

function kindText({ definition, name, scorecards, stage }: DefinitionDocument) {
  const known = STAGES.find(each => each === stage);
  return definition === 'scorecard'
    ? 'Scorecard'
    : [
        'Check',
        known && stageLabel(known),
        name,
        scorecards && `asked by ${scorecards}`,
      ]
        .filter(Boolean)
        .join(' · ');
}

function Words(props: {
  document: DefinitionDocument;
  field: 'title' | 'text';
  highlight?: ResultHighlight;
}) {
  const { document, field, highlight } = props;
  const marked = highlight?.fields[field];
  return highlight && marked ? (
    <HighlightedSearchResultText
      text={marked}
      preTag={highlight.preTag}
      postTag={highlight.postTag}
    />
  ) : (
    <>{document[field]}</>
  );
}

/** A check or a scorecard that was searched for. */
export function DefinitionResult(props: {
  result?: SearchDocument;
  highlight?: ResultHighlight;
}) {
  const { highlight, result } = props;
  if (!result || !isDefinition(result)) {
    return null;
  }
  const Icon = result.definition === 'check' ? RiTaskLine : RiDashboard3Line;
  return (
    <div className={styles.result}>
      <Icon size={24} aria-hidden="true" />
      <div>
        <h3 className={styles.title}>
          <TextLink href={result.location}>
            <Words document={result} field="title" highlight={highlight} />
          </TextLink>
        </h3>
        <p className={styles.kind}>{kindText(result)}</p>
        <p className={styles.text}>
          <Words document={result} field="text" highlight={highlight} />
        </p>
      </div>
    </div>
  );
}
