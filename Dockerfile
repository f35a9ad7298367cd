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

# Until there is something to listen on: the program starts and its knowledge is in order.
HEALTHCHECK --interval=5m --timeout=20s CMD ["node", "start.js", "knowledge"]

# A conversation: docker run -it --rm -v stack-advisor:/data stack-advisor
# One answer:     docker run --rm stack-advisor ask "a chat for 50k people, Node.js or Python?"
ENTRYPOINT ["node", "start.js"]
