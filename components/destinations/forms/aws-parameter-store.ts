import { AWS_ACCESS, AWS_REGION, awsOrigin, awsPolicy, awsReasons, isLasting, wild } from './aws';
import type { DestinationForm } from './form';

/** The form of AWS Systems Manager Parameter Store. */
export const awsParameterStoreForm: DestinationForm = {
  adapter: 'aws-parameter-store',
  fields: [
    AWS_REGION,
    { name: 'parameterName', kind: 'name', say: 'parameterName' },
    ...AWS_ACCESS,
  ],
  reasons: awsReasons,
  origins: ({ region = '' }) => [awsOrigin('ssm', region)],
  rights({ region = '', parameterName = '' }) {
    // AWS takes DescribeParameters for all parameters only.
    const policy = JSON.parse(awsPolicy(['ssm:DescribeParameters'], '', region)) as {
      Statement: object[];
    };
    const one = JSON.parse(
      awsPolicy(
        ['ssm:PutParameter', 'ssm:DeleteParameter'],
        `ssm:*:*:parameter/${wild(parameterName).replace(/^\//, '')}`,
        region,
      ),
    ) as { Statement: object[] };
    const everything = { ...policy.Statement[0], Resource: '*' };
    return JSON.stringify({ ...one, Statement: [...one.Statement, everything] }, undefined, 2);
  },
  lasting: isLasting,
};
