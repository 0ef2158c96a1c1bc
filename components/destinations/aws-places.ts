/** The host of AWS Secrets Manager in a region. China has a domain of its own. */
export function awsHost(region: string): string {
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return `secretsmanager.${region}.${domain}`;
}

/** The host pattern that the browser must allow for a region. */
export function awsOrigin(region: string): string {
  return `https://${awsHost(region)}/*`;
}

/** The smallest IAM policy that lets Keyferry keep one secret, as JSON to paste. */
export function awsPolicy(secretName: string, region: string): string {
  const name = secretName.trim() || 'NAME';
  const policy = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: [
          'secretsmanager:CreateSecret',
          'secretsmanager:PutSecretValue',
          'secretsmanager:DescribeSecret',
          'secretsmanager:TagResource',
        ],
        Resource: `arn:${partitionOf(region.trim())}:secretsmanager:*:*:secret:${name}*`,
      },
    ],
  };
  return JSON.stringify(policy, undefined, 2);
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
