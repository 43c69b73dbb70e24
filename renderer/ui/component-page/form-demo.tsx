import { useId, useState } from 'react';
import styles from '../component-page.module.css';
import { ErrorSummary } from '../error-summary.tsx';
import { Col, FormGrid } from '../form-grid.tsx';
import { NumberedSection } from '../numbered-section.tsx';
import { SegmentedAnswer } from '../segmented-answer.tsx';
import { TextField } from '../text-field.tsx';

export function FormDemo() {
  const id = useId();
  const [street, setStreet] = useState('Mallikatu 9');
  const [code, setCode] = useState('13100');
  const [sex, setSex] = useState<string | null>(null);
  return (
    <div className={styles.stack}>
      <ErrorSummary
        title="Korjaa vielä 2 kohtaa:"
        problems={[
          { id: `${id}-street`, label: 'Katuosoite' },
          { id: `${id}-sex`, label: 'Sukupuoli' },
        ]}
      />
      <NumberedSection number={2} title="Yhteystiedot" hint="Kysy, mihin posti lähetetään.">
        <FormGrid>
          <Col span={8}>
            <TextField id={`${id}-street`} label="Katuosoite" value={street} onChange={setStreet} />
          </Col>
          <Col span={4}>
            <TextField label="Postinumero" value={code} onChange={setCode} isNumeric />
          </Col>
          <Col span={12}>
            <SegmentedAnswer
              id={`${id}-sex`}
              label="Sukupuoli"
              isWide
              choices={[
                { value: 'woman', label: 'nainen' },
                { value: 'man', label: 'mies' },
                { value: 'other', label: 'muu' },
              ]}
              value={sex}
              onChange={setSex}
            />
          </Col>
        </FormGrid>
      </NumberedSection>
    </div>
  );
}
