# The packages, without those for development.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json start.js ./
COPY src ./src
COPY adapters ./adapters
COPY knowledge ./knowledge

# All that is written goes to one place, so that the root file system can be read-only.
RUN install -d -o node -g node /data
VOLUME /data
ENV STACK_ADVISOR_DATABASE=/data/stack-advisor.sqlite
USER node

# Only where a platform is set up is there something to listen to; in the terminal there is nobody to ask.
ENV PORT=3000
EXPOSE 3000
HEALTHCHECK --interval=1m --timeout=5s --start-period=20s CMD test -z "$SLACK_BOT_TOKEN$DISCORD_TOKEN" || \
  node -e "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"

# Slack, Discord: docker run -d --env-file .env -v stack-advisor:/data -p 3000:3000 stack-advisor
# A conversation: docker run -it --rm -v stack-advisor:/data stack-advisor
# One answer:     docker run --rm stack-advisor ask "a chat for 50k people, Node.js or Python?"
ENTRYPOINT ["node", "start.js"]
